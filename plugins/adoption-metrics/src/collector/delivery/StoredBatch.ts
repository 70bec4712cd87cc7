import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';

/**
 * A batch that has not been confirmed yet. Immutable: it can be sent
 * repeatedly, because its id and content never change.
 */
export interface StoredBatch {
  batchId: string;
  /** Hash of the identity under which the events were captured. */
  identity: string;
  /** Wall clock, milliseconds since the epoch. */
  sealedAt: number;
  events: CollectedEvent[];
}

/** The maximum number of stored batches. */
export const MAX_BATCHES = 50;

/** The prefix of all storage keys. */
export const PREFIX = 'adoption-metrics.batch.';

/**
 * The storage key of a batch. Contains everything that is needed often, so that
 * values do not have to be parsed.
 */
export function keyOf({ sealedAt, identity, batchId }: StoredBatch): string {
  const time = String(sealedAt).padStart(15, '0');
  return `${PREFIX}${time}.${identity}.${batchId}`;
}
