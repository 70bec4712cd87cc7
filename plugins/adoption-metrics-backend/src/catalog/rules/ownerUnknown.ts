import { realOwners } from './ownerMissing';
import { BuiltInRule } from './StalenessRule';

/**
 * None of the owners is in the catalog. Placeholders belong to `owner-missing`.
 */
export function ownerUnknownRule(placeholders: string[]): BuiltInRule {
  const names = new Set(placeholders.map(name => name.toLowerCase()));
  return {
    reason: 'owner-unknown',
    definition:
      'its owner is not in the catalog (checked once the catalog has groups)',
    evaluate({ owners, existingOwners }) {
      const real = realOwners(owners, names);
      const known =
        !existingOwners || real.some(owner => existingOwners.has(owner));
      return known || real.length === 0
        ? undefined
        : {
            cause: real.join(', '),
            sentence: `Its owner ${real.join(', ')} is not in the catalog.`,
            hint: 'Set spec.owner to a group or user in the catalog, or add the missing one.',
          };
    },
  };
}
