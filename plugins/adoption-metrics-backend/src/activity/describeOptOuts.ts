import {
  FEWEST_OPT_OUTS,
  say,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';

/** What there is to say of people who opted out; null for a few or none. */
export function describeOptOuts(people: number | null): Wording {
  return people === null
    ? say('scorecard.note.few-opted-out', { most: FEWEST_OPT_OUTS - 1 })
    : say('scorecard.note.opted-out', { count: people });
}
