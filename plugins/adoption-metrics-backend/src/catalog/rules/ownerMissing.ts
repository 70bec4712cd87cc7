import {
  listed,
  say,
  withEnglish,
} from 'backstage-plugin-adoption-metrics-common';
import { BuiltInRule } from './StalenessRule';

/** The entity has no owner, or only a placeholder such as `unknown`. */
export function ownerMissingRule(placeholders: string[]): BuiltInRule {
  return {
    reason: 'owner-missing',
    definition: placeholders.length
      ? say('definitions.rule.owner-placeholder', {
          placeholders: listed(placeholders, 'or'),
        })
      : say('definitions.rule.owner-missing'),
    evaluate({ owners, namedOwners }) {
      if (namedOwners.length > 0) {
        return undefined;
      }
      const [placeholder] = owners;
      return withEnglish({
        sentence: [
          placeholder === undefined
            ? say('catalog.owner-missing')
            : say('catalog.owner-missing.placeholder', { placeholder }),
        ],
        hint: [say('catalog.owner-missing.hint')],
      });
    },
  };
}
