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
