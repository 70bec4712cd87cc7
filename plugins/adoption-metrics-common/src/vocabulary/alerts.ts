/** What alert rules are about. @public */
export const alertRules = [
  'deadline',
  'milestone',
  'metric',
  'collection',
  'error-budget',
  'digest',
] as const;

/**
 * Why a message has not arrived. Beside these, `http-503` and the like say what
 * the receiver answered, and `database-57014` and the like what the database did.
 *
 * - `no-recipients`: nobody is named who could be notified in the portal.
 * - `recipient-missing`: the recipient is not in the catalog.
 * - `recipient-empty`: the group has no members in the catalog.
 * - `timeout`: no response in time.
 * - `connection-refused`, `connection-closed`, `unreachable`, `dns`, `tls`: there
 *   was no connection, or it broke off.
 * - `redirect`: the receiver wanted it sent somewhere else.
 * - `too-large`, `invalid-answer`: what it answered was not understood.
 * - `expired`, `outbox-full`: it waited for too long, or with too many others.
 * - `superseded`: a later message about the same has arrived meanwhile.
 * - `channel-removed`: the channel is no longer set up.
 * - `failed`: the channel failed otherwise.
 *
 * @public
 */
export const deliveryFailures = [
  'no-recipients',
  'recipient-missing',
  'recipient-empty',
  'timeout',
  'connection-refused',
  'connection-closed',
  'unreachable',
  'dns',
  'tls',
  'redirect',
  'too-large',
  'invalid-answer',
  'expired',
  'outbox-full',
  'superseded',
  'channel-removed',
  'failed',
] as const;

/** @public */
export const alertSeverities = ['critical', 'high', 'normal', 'low'] as const;
