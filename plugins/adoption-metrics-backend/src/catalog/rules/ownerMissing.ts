import { EntityFacts } from '../facts';
import { BuiltInRule } from './StalenessRule';

const either = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** The entity has no owner, or only a placeholder such as `unknown`. */
export function ownerMissingRule(placeholders: string[]): BuiltInRule {
  const names = new Set(placeholders.map(name => name.toLowerCase()));
  return {
    reason: 'owner-missing',
    definition: placeholders.length
      ? `it has no owner (or only the placeholder ${either.format(
          placeholders,
        )})`
      : 'it has no owner',
    evaluate({ owners }) {
      if (realOwners(owners, names).length > 0) {
        return undefined;
      }
      return {
        sentence: owners.length
          ? `Its owner is the placeholder ${owners[0]}.`
          : 'It has no owner.',
        hint: 'Set spec.owner to the group that maintains it.',
      };
    },
  };
}

/** Owners that are not placeholders. */
export function realOwners(
  owners: EntityFacts['owners'],
  placeholders: ReadonlySet<string>,
): string[] {
  return owners.filter(owner => !placeholders.has(owner.replace(/^.*\//, '')));
}
