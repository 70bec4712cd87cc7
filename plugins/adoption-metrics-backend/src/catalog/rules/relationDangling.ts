import {
  listed,
  say,
  withEnglish,
  Wording,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import {
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { EntityFacts, relationTargetsOf } from '../facts';
import { BuiltInRule } from './StalenessRule';

const MOST_NAMED = 3;

const VERBS: Record<string, 'depends-on' | 'part-of' | 'provides'> = {
  [RELATION_DEPENDS_ON]: 'depends-on',
  [RELATION_PART_OF]: 'part-of',
  [RELATION_PROVIDES_API]: 'provides',
};

/** The entity refers to something that is not in the catalog. */
export function relationDanglingRule(): BuiltInRule {
  return {
    reason: 'relation-dangling',
    definition: say('definitions.rule.relation-dangling'),
    isOptional: true,
    needs: ['relations'],
    evaluate(facts) {
      const clauses = danglingOf(facts);
      return clauses.length === 0
        ? undefined
        : withEnglish({
            sentence: [
              say('catalog.relation-dangling', { relations: inShort(clauses) }),
            ],
            hint: [say('catalog.relation-dangling.hint')],
          });
    },
  };
}

function danglingOf({ entity, existingTargets }: EntityFacts): Wording[] {
  return relationTargetsOf(entity)
    .filter(({ targetRef }) => existingTargets?.has(targetRef) === false)
    .map(({ type, targetRef }) => ({ verb: VERBS[type], entity: targetRef }))
    .sort((a, b) =>
      `${a.verb} ${a.entity}` < `${b.verb} ${b.entity}` ? -1 : 1,
    )
    .map(({ verb, entity: target }) =>
      say(`catalog.relation.${verb}`, { entity: target }),
    );
}

function inShort(clauses: Wording[]): WordingValue {
  const more = clauses.length - MOST_NAMED;
  const named = clauses.slice(0, MOST_NAMED);
  return listed(
    more > 0
      ? [...named, say('catalog.relation.more', { number: more })]
      : named,
    'and',
  );
}
