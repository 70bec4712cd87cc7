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

/** What is expensive to read, and is read only if a rule needs it. */
export type FactNeed = 'age' | 'content-age' | 'relations' | 'verification';

/** What built-in rules know about one entity. */
export interface EntityFacts extends StalenessFacts {
  /** When the scan began, in ms UTC. */
  now: number;
  /** Undefined if nothing that could have led to it fails. */
  source?: SourceState;
  /** Its owners but placeholders. */
  namedOwners: string[];
  /** Owners that are in the catalog; undefined if not checked. */
  existingOwners: ReadonlySet<string> | undefined;
  /** The targets of its relations that are in the catalog; undefined likewise. */
  existingTargets?: ReadonlySet<string>;
  /** Undefined if no rule needs it. */
  age?: EntityAge;
  /** When one of its owners last confirmed it, in ms UTC. */
  verifiedAt?: number;
}

/** In UTF-16 units; longer ones than a catalog gives are cut. */
const LONGEST_KIND = 128;
const LONGEST_REF = 800;

/**
 * Why nothing can be known of an entity, if so: the catalog of another version,
 * or a processor of a company, may hold what a catalog should not.
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

/** What names an entity in a report, whatever it lacks. */
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
 * The ref of an entity, in lower case. By it an entity is known: the catalog gives
 * a new uid to one that it deletes and creates again.
 */
export function refOf(entity: Entity): string {
  return plainRef(stringifyEntityRef(entity));
}

export function kindOf({ kind }: Entity): string {
  return plainText(kind, { most: LONGEST_KIND });
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
  return [...new Set(owners.map(plainRef))].sort();
}

/**
 * Owners that are not placeholders.
 *
 * @param placeholders - names in lower case
 */
export function namedOwners(
  owners: string[],
  placeholders: ReadonlySet<string>,
): string[] {
  return owners.filter(owner => !placeholders.has(owner.replace(/^.*\//, '')));
}

/** Owners that are not in the catalog; none where that is not checked. */
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

// What is cut ends with a hash, so that refs that begin alike stay apart.
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
