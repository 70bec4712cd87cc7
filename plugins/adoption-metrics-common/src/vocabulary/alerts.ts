/** What is watched. @public */
export const alertRules = [
  'deadline',
  'milestone',
  'metric',
  'collection',
  'error-budget',
  'digest',
] as const;

/**
 * Why a test message has not arrived.
 *
 * - `no-recipients`: nobody is named who could be notified in the portal.
 * - `recipient-missing`: the recipient is not in the catalog.
 * - `recipient-empty`: the group has no members in the catalog.
 * - `refused`: the receiver answered with an error.
 * - `no-connection`: the receiver could not be reached.
 * - `timed-out`: there was no answer in time.
 * - `failed`: the channel failed otherwise.
 *
 * @public
 */
export const alertTestCodes = [
  'no-recipients',
  'recipient-missing',
  'recipient-empty',
  'refused',
  'no-connection',
  'timed-out',
  'failed',
] as const;

/** Why a test message has not arrived. @public */
export type AlertTestCode = (typeof alertTestCodes)[number];

/** @public */
export const alertSeverities = ['critical', 'high', 'normal', 'low'] as const;
