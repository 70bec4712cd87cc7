import { createHash } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import stringify from 'fast-json-stable-stringify';

const HASH_LENGTH = 32;

/** What the catalog itself adds to an entity, and renews. */
const ADDED_BY_CATALOG =
  /^backstage\.io\/(managed-by-(origin-)?location|orphan|source-location|(view|edit)-url)$/;

/**
 * A fingerprint of what people wrote about an entity: its ref, metadata and
 * specification, without what the catalog adds. The order of keys is ignored, and
 * how the ref is written.
 */
export function contentHash(entity: Entity): string {
  const { metadata, spec } = entity;
  const { uid, etag, generation, name, namespace, ...described } = metadata;
  const { annotations = {}, ...rest } = described;
  const written = Object.entries(annotations).filter(
    ([key]) => !ADDED_BY_CATALOG.test(key),
  );
  const content: JsonObject = {
    ref: stringifyEntityRef(entity),
    metadata: { ...rest, annotations: Object.fromEntries(written) },
    spec: spec ?? {},
  };
  return createHash('sha256')
    .update(stringify(content))
    .digest('hex')
    .slice(0, HASH_LENGTH);
}
