import {
  say,
  withEnglish,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
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
    definition: say('definitions.rule.unchanged', {
      time: durationInWords(after),
    }),
    isOptional: true,
    needs: ['content-age'],
    fields: ['metadata', 'spec'],
    evaluate({ age, now }) {
      const since = age?.unchangedSince;
      return since === undefined || now - since < after
        ? undefined
        : withEnglish({
            sentence: [say('catalog.unchanged', { day: dayOf(since) })],
            hint: [say('catalog.unchanged.hint')],
          });
    },
  };
}

/** The day on which an instant lies, in UTC. */
export function dayOf(instant: number): WordingValue {
  return { type: 'day', value: formatInstant(instant).slice(0, 10) };
}
