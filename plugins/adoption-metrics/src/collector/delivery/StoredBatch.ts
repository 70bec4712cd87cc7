import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';

/**
 * A batch as it waits for its answer. Immutable: sending it again is free
 * because its id and content never change.
 */
export interface StoredBatch {
  batchId: string;
  /** Hash of the identity under which the events were captured. */
  identity: string;
  /** Wall clock, milliseconds since the epoch. */
  sealedAt: number;
  events: CollectedEvent[];
}

/** So many batches are kept at most. */
export const MAX_BATCHES = 50;

/** What the keys of all stored batches begin with. */
export const PREFIX = 'adoption-metrics.batch.';

/**
 * The key under which a batch is stored. Everything that is asked often is in
 * it, so that nothing has to be parsed.
 */
export function keyOf({ sealedAt, identity, batchId }: StoredBatch): string {
  const time = String(sealedAt).padStart(15, '0');
  return `${PREFIX}${time}.${identity}.${batchId}`;
}
