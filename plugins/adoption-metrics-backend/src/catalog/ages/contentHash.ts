import { createHash } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import stringify from 'fast-json-stable-stringify';

const HASH_LENGTH = 32;

/** Annotations that the catalog adds and updates. */
const ADDED_BY_CATALOG =
  /^backstage\.io\/(managed-by-(origin-)?location|orphan|source-location|(view|edit)-url)$/;

/**
 * A hash of the content that people wrote: ref, metadata, and spec, without
 * what the catalog adds. Independent of the order of keys and the spelling of
 * refs.
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
