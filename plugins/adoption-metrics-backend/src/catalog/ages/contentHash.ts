import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import stringify from 'fast-json-stable-stringify';

const HASH_LENGTH = 32;

/** What the catalog itself adds to an entity, and renews. */
const ADDED_BY_CATALOG =
  /^backstage\.io\/(managed-by-(origin-)?location|orphan|source-location|(view|edit)-url)$/;

/**
 * A fingerprint of what people wrote about an entity: its kind, metadata and
 * specification, without what the catalog adds. The order of keys is ignored.
 */
export function contentHash({ kind, metadata, spec }: Entity): string {
  const { uid, etag, generation, annotations = {}, ...rest } = metadata;
  const written = Object.entries(annotations).filter(
    ([name]) => !ADDED_BY_CATALOG.test(name),
  );
  const content: JsonObject = {
    kind,
    metadata: { ...rest, annotations: Object.fromEntries(written) },
    spec: spec ?? {},
  };
  return createHash('sha256')
    .update(stringify(content))
    .digest('hex')
    .slice(0, HASH_LENGTH);
}
