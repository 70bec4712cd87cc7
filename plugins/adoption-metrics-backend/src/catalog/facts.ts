import {
  Entity,
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { StalenessFacts } from 'backstage-plugin-adoption-metrics-node';

/** What the rules of the plugin may know about one entity. */
export interface EntityFacts extends StalenessFacts {
  /** Sources that could not be read, normalised. */
  failingLocations: ReadonlySet<string>;
  /** Owners that are in the catalog; undefined if nobody looked. */
  existingOwners: ReadonlySet<string> | undefined;
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
