import {
  Entity,
  EntityRelation,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { StalenessFacts } from 'backstage-plugin-adoption-metrics-node';
import { EntityAge } from './ages/EntityAgeStore';

/** What takes time to find out; it is done only if a rule asks for it. */
export type FactNeed = 'age' | 'content-age' | 'relations' | 'verification';

/** What the rules of the plugin may know about one entity. */
export interface EntityFacts extends StalenessFacts {
  /** When the scan began, in ms UTC. */
  now: number;
  /** Sources that could not be read, normalised. */
  failingLocations: ReadonlySet<string>;
  /** Owners that are in the catalog; undefined if nobody looked. */
  existingOwners: ReadonlySet<string> | undefined;
  /** Of what it relates to, what is in the catalog; undefined likewise. */
  existingTargets?: ReadonlySet<string>;
  /** Undefined if no rule asks for it. */
  age?: EntityAge;
  /** When one of its owners last confirmed it, in ms UTC. */
  verifiedAt?: number;
}

/** The catalog's own key of an entity, or its ref where there is none. */
export function uidOf(entity: Entity): string {
  return entity.metadata.uid ?? stringifyEntityRef(entity);
}

/**
 * Refs of the owners: by relation, or by `spec.owner` of an entity whose
 * relations were not computed.
 */
export function ownersOf(entity: Entity): string[] {
  const owners = entity.relations
    ? entity.relations
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    : specifiedOwner(entity);
  return [...new Set(owners)].sort();
}

const REFERENCES = new Set([
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
]);

/** Relations to what the entity itself speaks of, with refs in lower case. */
export function relationTargetsOf({
  relations = [],
}: Entity): EntityRelation[] {
  return relations
    .filter(({ type }) => REFERENCES.has(type))
    .map(({ type, targetRef }) => ({
      type,
      targetRef: targetRef.toLocaleLowerCase('en-US'),
    }));
}

function specifiedOwner({ spec, metadata }: Entity): string[] {
  if (typeof spec?.owner !== 'string') {
    return [];
  }
  try {
    const owner = parseEntityRef(spec.owner, {
      defaultKind: 'group',
      defaultNamespace: metadata.namespace ?? 'default',
    });
    return [stringifyEntityRef(owner)];
  } catch {
    return [];
  }
}
