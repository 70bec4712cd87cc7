/** The states of a deadline. @public */
export const deadlineStates = [
  'insufficient-data',
  'on-track',
  'watch',
  'at-risk',
  'achieved',
  'missed',
] as const;

/**
 * The state of a deadline.
 *
 * - `insufficient-data`: too few closed weeks for a forecast.
 * - `on-track`: the chance of reaching the goal is at least 40%.
 * - `watch`: it may go either way.
 * - `at-risk`: the chance was under 10% for two weeks in a row, and has not been
 *   at least 40% for two weeks in a row since.
 * - `achieved`: the goal was held for as many closed weeks as were asked for.
 * - `missed`: the deadline has passed without that.
 *
 * @public
 */
export type DeadlineState = (typeof deadlineStates)[number];

/** The maximum number of recipients of a deadline. @public */
export const MAX_RECIPIENTS = 20;

/**
 * Why nobody is notified of a change of the deadline.
 *
 * - `no-recipients`: no one is named, and no other channel is set up.
 * - `unreachable`: none of the recipients reaches anyone.
 * - `switched-off`: the configuration has the rule switched off, or leaves it
 *   no channel.
 * - `muted`: the rule is muted.
 *
 * @public
 */
export const nobodyNotifiedReasons = [
  'no-recipients',
  'unreachable',
  'switched-off',
  'muted',
] as const;

/** Adoption compared with what portals usually reach. @public */
export const adoptionBands = ['stalled', 'climbing', 'met'] as const;
