import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';

const MAX_EVENTS = 500;

/**
 * Browsers limit requests during unload to 64 KB; this leaves room for headers
 * and a second batch.
 */
export const MAX_BATCH_BYTES = 48 * 1024;

// Batch id, brackets, and property names.
const ENVELOPE_BYTES = 128;

// Identifiers and times are ASCII, so one character is one byte.
function sizeOf(event: CollectedEvent): number {
  return JSON.stringify(event).length + 1;
}

/** Splits events, in order, into parts that fit into one batch. */
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
