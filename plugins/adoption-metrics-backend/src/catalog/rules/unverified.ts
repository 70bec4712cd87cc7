import { say, withEnglish } from 'backstage-plugin-adoption-metrics-common';
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
    definition: say('definitions.rule.unverified', {
      time: durationInWords(after),
    }),
    isOptional: true,
    needs: ['age', 'verification'],
    evaluate({ age, verifiedAt, now }) {
      const since = verifiedAt ?? age?.firstSeenAt;
      return since === undefined || now - since < after
        ? undefined
        : withEnglish({
            sentence: [
              verifiedAt
                ? say('catalog.unverified', { day: dayOf(verifiedAt) })
                : say('catalog.unverified.never'),
            ],
            hint: [say('catalog.unverified.hint')],
          });
    },
  };
}
