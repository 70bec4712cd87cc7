/**
 * The most events that one batch may carry.
 *
 * @public
 */
export const MAX_EVENTS_PER_BATCH = 500;

/**
 * Of so many events that are wrong the answer to a batch says why.
 *
 * @public
 */
export const MAX_FAULTS_PER_BATCH = 5;

/**
 * The most plugins of which one event may say that they are installed.
 *
 * @public
 */
export const MAX_REPORTED_PLUGINS = 200;

/**
 * How long after it happened an event is still accepted, in milliseconds.
 * A day stays provisional for as long.
 *
 * @public
 */
export const MAX_EVENT_AGE_MS = 72 * 3_600_000;

/**
 * A header with the value `true` of requests that a person has made by opening
 * the card or a page in the foreground. Scripts and refreshes leave it out: it
 * tells a day on which nobody came from one on which browsers could not report.
 *
 * @public
 */
export const FOREGROUND_HEADER = 'X-Adoption-Metrics-Foreground';
