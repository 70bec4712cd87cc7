/**
 * Why the portal was down. Of several causes at once, the later explains more.
 *
 * @public
 */
export const incidentCauseIds = [
  'probe',
  'planned-restart',
  'interruption',
  'crash',
  'database',
] as const;

/**
 * Downtime of less than this, in which merely no process ran, is a restart and
 * no incident. It counts as downtime all the same.
 *
 * @public
 */
export const LONGEST_RESTART_SECONDS = 60;

/**
 * What kind of downtime it was; a `restart` lasts less than
 * {@link LONGEST_RESTART_SECONDS}.
 *
 * @public
 */
export const downtimeKinds = ['restart', 'incident'] as const;

/** @public */
export const uptimeWindowIds = ['24h', '7d', '30d', '90d', '365d'] as const;

/**
 * What of a window is judged: all of it, or the part that was observed of one
 * that reaches back before the installation.
 *
 * @public
 */
export const uptimeBases = ['whole-window', 'observed-part'] as const;

/** @public */
export type UptimeBasis = (typeof uptimeBases)[number];
