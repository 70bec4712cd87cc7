import { BuiltInRule } from './StalenessRule';

const either = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** The entity has no owner, or only a placeholder such as `unknown`. */
export function ownerMissingRule(placeholders: string[]): BuiltInRule {
  return {
    reason: 'owner-missing',
    definition: placeholders.length
      ? `it has no owner (or only the placeholder ${either.format(
          placeholders,
        )})`
      : 'it has no owner',
    evaluate({ owners, namedOwners }) {
      if (namedOwners.length > 0) {
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
