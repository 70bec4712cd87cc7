import { durationInWords } from '../../time';
import { BuiltInRule } from './StalenessRule';
import { dayOf } from './unchanged';

/** The reason of the rule that asks owners for confirmation. */
export const UNVERIFIED = 'unverified';

/**
 * No owner has confirmed the entity for a long time. Without a confirmation,
 * time counts from the first scan that saw it.
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
