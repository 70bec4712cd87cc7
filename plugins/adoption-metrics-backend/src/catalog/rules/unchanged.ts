import { durationInWords, formatInstant } from '../../time';
import { BuiltInRule } from './StalenessRule';

/**
 * The definition has not changed for a long time. Counted from the first scan
 * at the earliest, because what was before is unknown.
 *
 * @param after - in ms
 */
export function unchangedRule(after: number): BuiltInRule {
  return {
    reason: 'unchanged',
    definition: `its definition has not changed for ${durationInWords(after)}`,
    isOptional: true,
    needs: ['content-age'],
    fields: ['metadata', 'spec'],
    evaluate({ age, now }) {
      const since = age?.unchangedSince;
      return since === undefined || now - since < after
        ? undefined
        : {
            sentence: `Its definition has not changed since ${dayOf(since)}.`,
            hint: 'Check whether it is still accurate, and update it.',
          };
    },
  };
}

/** The day of an instant, in UTC. */
export function dayOf(instant: number): string {
  return formatInstant(instant).slice(0, 10);
}
