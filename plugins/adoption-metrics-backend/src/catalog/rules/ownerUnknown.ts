import { missingOwners } from '../facts';
import { BuiltInRule } from './StalenessRule';

const both = new Intl.ListFormat('en-US', { type: 'conjunction' });

/**
 * None of the owners is in the catalog. Placeholders belong to `owner-missing`.
 */
export function ownerUnknownRule(): BuiltInRule {
  return {
    reason: 'owner-unknown',
    definition:
      'none of its owners is in the catalog (checked once the catalog has groups)',
    evaluate(facts) {
      const missing = missingOwners(facts);
      const isOwned = missing.length < facts.namedOwners.length;
      return isOwned || missing.length === 0
        ? undefined
        : {
            cause: missing.join(', '),
            sentence: `${subjectOf(missing)} not in the catalog.`,
            hint: 'Set spec.owner to a group or user in the catalog, or add the missing one.',
          };
    },
  };
}

function subjectOf(owners: string[]): string {
  return owners.length === 1
    ? `Its owner ${owners[0]} is`
    : `Its owners ${both.format(owners)} are`;
}
