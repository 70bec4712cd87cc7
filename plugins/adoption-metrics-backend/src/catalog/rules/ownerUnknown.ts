import {
  listed,
  say,
  withEnglish,
} from 'backstage-plugin-adoption-metrics-common';
import { missingOwners } from '../facts';
import { BuiltInRule } from './StalenessRule';

/**
 * None of the owners is in the catalog. Placeholders belong to `owner-missing`.
 */
export function ownerUnknownRule(): BuiltInRule {
  return {
    reason: 'owner-unknown',
    definition: say('definitions.rule.owner-unknown'),
    evaluate(facts) {
      const missing = missingOwners(facts);
      const isOwned = missing.length < facts.namedOwners.length;
      return isOwned || missing.length === 0
        ? undefined
        : {
            cause: missing.join(', '),
            ...withEnglish({
              sentence: [
                say('catalog.owner-unknown', {
                  owners: listed(missing, 'and'),
                  count: missing.length,
                }),
              ],
              hint: [say('catalog.owner-unknown.hint')],
            }),
          };
    },
  };
}
