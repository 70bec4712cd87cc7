/**
 * The most events that one batch may carry.
 *
 * @public
 */
export const MAX_EVENTS_PER_BATCH = 500;

/**
 * How long after it happened an event is still accepted, in milliseconds.
 * A day stays provisional for as long.
 *
 * @public
 */
export const MAX_EVENT_AGE_MS = 72 * 3_600_000;
