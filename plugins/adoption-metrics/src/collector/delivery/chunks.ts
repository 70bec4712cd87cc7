import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';

const MAX_EVENTS = 500;

/**
 * Browsers let a page that goes away send 64 KB at most; this leaves room for
 * headers and a second small batch.
 */
export const MAX_BATCH_BYTES = 48 * 1024;

// Batch id, brackets and names around the events.
const ENVELOPE_BYTES = 128;

// Identifiers and instants are ASCII, so characters are bytes.
function sizeOf(event: CollectedEvent): number {
  return JSON.stringify(event).length + 1;
}

/** Splits events, in order, into runs that one batch may carry each. */
export function toChunks(events: CollectedEvent[]): CollectedEvent[][] {
  const chunks: CollectedEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const size = sizeOf(event);
    const last = chunks.at(-1);
    if (!last || last.length === MAX_EVENTS || size > room) {
      chunks.push([event]);
      room = MAX_BATCH_BYTES - ENVELOPE_BYTES - size;
    } else {
      last.push(event);
      room -= size;
    }
  }
  return chunks;
}
