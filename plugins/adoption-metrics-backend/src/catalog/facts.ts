import { createHash } from 'node:crypto';
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
import { plainText } from '../database';
import { EntityAge } from './ages/EntityAgeStore';
import { SourceState } from './sourceState';

/** Facts that are expensive to read, so only read if a rule needs them. */
export type FactNeed = 'age' | 'content-age' | 'relations' | 'verification';

/** What built-in rules know about an entity. */
export interface EntityFacts extends StalenessFacts {
  /** When the scan began, in ms UTC. */
  now: number;
  /** Undefined if no failing Location can have led to it. */
  source?: SourceState;
  /** Owners, except for placeholders. */
  namedOwners: string[];
  /** Owners that are in the catalog; undefined if not checked. */
  existingOwners: ReadonlySet<string> | undefined;
  /** Targets of relations that are in the catalog; undefined if not checked. */
  existingTargets?: ReadonlySet<string>;
  /** Undefined if no rule needs it. */
  age?: EntityAge;
  /** When one of its owners last confirmed it, in ms UTC. */
  verifiedAt?: number;
}

/**
 * In UTF-16 units. Longer kinds, which are not valid in a catalog, are
 * truncated.
 */
const LONGEST_KIND = 128;
const LONGEST_REF = 800;

/**
 * Why an entity cannot be judged, if so. Other versions of the catalog, or
 * custom processors, may produce invalid entities.
 */
export function faultOf(entity: Entity): string | undefined {
  const { kind, metadata, relations } = entity as {
    [Field in keyof Entity]: Entity[Field] | null;
  };
  const names = [kind, metadata?.name];
  if (!names.every(isText)) {
    return 'it has no kind or no name';
  }
  if (!isText(metadata?.namespace ?? '')) {
    return 'its namespace is not text';
  }
  const isReadable =
    Array.isArray(relations ?? []) &&
    (relations ?? []).every(
      each => isText(each?.type) && isText(each.targetRef),
    );
  return isReadable ? undefined : 'its relations cannot be read';
}

/** Identifies an entity in reports, even if it is invalid. */
export function nameInReports(entity: Entity): string {
  try {
    return refOf(entity);
  } catch {
    return 'an entity without a name';
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * The ref of an entity, in lower case. Unlike its uid, it stays the same when
 * the entity is deleted and created again.
 */
export function refOf(entity: Entity): string {
  return plainRef(stringifyEntityRef(entity));
}

export function kindOf({ kind }: Entity): string {
  return plainText(kind, { most: LONGEST_KIND });
}

/**
 * Refs of the owners: from relations, or from `spec.owner` if relations were
 * not computed.
 */
export function ownersOf(entity: Entity): string[] {
  const owners = entity.relations
    ? entity.relations
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    : specifiedOwner(entity);
  return [...new Set(owners.map(plainRef))].sort();
}

/**
 * Owners except placeholders.
 *
 * @param placeholders - names in lower case
 */
export function namedOwners(
  owners: string[],
  placeholders: ReadonlySet<string>,
): string[] {
  return owners.filter(owner => !placeholders.has(owner.replace(/^.*\//, '')));
}

/** Owners that are not in the catalog; empty if not checked. */
export function missingOwners({
  namedOwners: named,
  existingOwners,
}: Pick<EntityFacts, 'namedOwners' | 'existingOwners'>): string[] {
  return existingOwners
    ? named.filter(owner => !existingOwners.has(owner))
    : [];
}

const REFERENCES = new Set([
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
]);

/** Relations that the entity itself declares, with refs in lower case. */
export function relationTargetsOf({
  relations = [],
}: Entity): EntityRelation[] {
  return relations
    .filter(({ type }) => REFERENCES.has(type))
    .map(({ type, targetRef }) => ({
      type,
      targetRef: plainRef(targetRef.toLocaleLowerCase('en-US')),
    }));
}

// Truncated refs end with a hash, so that they remain distinct.
function plainRef(ref: string): string {
  if (ref.length <= LONGEST_REF) {
    return plainText(ref, { most: LONGEST_REF });
  }
  const hash = createHash('sha256').update(ref).digest('hex').slice(0, 16);
  return plainText(ref, { most: LONGEST_REF - hash.length }) + hash;
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
