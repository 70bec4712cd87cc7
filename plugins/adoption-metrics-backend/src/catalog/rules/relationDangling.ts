import {
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { EntityFacts, relationTargetsOf } from '../facts';
import { BuiltInRule } from './StalenessRule';

const all = new Intl.ListFormat('en-US', { type: 'conjunction' });

const MOST_NAMED = 3;

const VERBS: Record<string, string> = {
  [RELATION_DEPENDS_ON]: 'depends on',
  [RELATION_PART_OF]: 'is part of',
  [RELATION_PROVIDES_API]: 'provides',
};

/** The entity refers to something that is not in the catalog. */
export function relationDanglingRule(): BuiltInRule {
  return {
    reason: 'relation-dangling',
    definition:
      'it depends on, is part of, or provides an entity that is not in the catalog',
    isOptional: true,
    needs: ['relations'],
    evaluate(facts) {
      const clauses = danglingOf(facts);
      return clauses.length === 0
        ? undefined
        : {
            sentence: `It ${inShort(clauses)}, which is not in the catalog.`,
            hint: 'Fix the reference, or register the missing entity.',
          };
    },
  };
}

function danglingOf({ entity, existingTargets }: EntityFacts): string[] {
  return relationTargetsOf(entity)
    .filter(({ targetRef }) => existingTargets?.has(targetRef) === false)
    .map(({ type, targetRef }) => `${VERBS[type]} ${targetRef}`)
    .sort();
}

function inShort(clauses: string[]): string {
  const more = clauses.length - MOST_NAMED;
  const named = clauses.slice(0, MOST_NAMED);
  return all.format(more > 0 ? [...named, `${more} more`] : named);
}
