import { formatInstant } from '../../time';
import { inWords } from '../inWords';
import { BuiltInRule } from './StalenessRule';

/**
 * Nobody has touched the definition for a long time. How old it was at the first
 * scan is unknown, so it counts from there.
 *
 * @param after - in ms
 */
export function unchangedRule(after: number): BuiltInRule {
  return {
    reason: 'unchanged',
    definition: `its definition has not changed for ${inWords(after)}`,
    isOptional: true,
    needs: ['content-age'],
    fields: ['metadata', 'spec'],
    evaluate({ age, now }) {
      const since = age?.unchangedSince;
      return since === undefined || now - since < after
        ? undefined
        : {
            sentence: `Its definition has not changed since ${dayOf(since)}.`,
            hint: 'Look whether it is still right, and bring it up to date.',
          };
    },
  };
}

/** The day on which an instant lies, in UTC. */
export function dayOf(instant: number): string {
  return formatInstant(instant).slice(0, 10);
}
