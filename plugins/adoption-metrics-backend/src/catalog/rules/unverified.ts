import { durationInWords } from '../../time';
import { BuiltInRule } from './StalenessRule';
import { dayOf } from './unchanged';

/** Names the rule that asks owners for confirmation. */
export const UNVERIFIED = 'unverified';

/**
 * None of its owners has confirmed the entity for a long time. One that was
 * never confirmed has as long from the first scan that met it.
 *
 * @param after - in ms
 */
export function unverifiedRule(after: number): BuiltInRule {
  return {
    reason: UNVERIFIED,
    definition: `no owner has confirmed it for ${durationInWords(after)}`,
    isOptional: true,
    needs: ['age', 'verification'],
    evaluate({ age, verifiedAt, now }) {
      const since = verifiedAt ?? age?.firstSeenAt;
      return since === undefined || now - since < after
        ? undefined
        : {
            sentence: verifiedAt
              ? `No owner has confirmed it since ${dayOf(verifiedAt)}.`
              : 'No owner has ever confirmed it.',
            hint: 'If it is still accurate, have an owner confirm it on its page.',
          };
    },
  };
}
