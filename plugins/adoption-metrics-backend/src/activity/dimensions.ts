import { LifecycleGranularity } from 'backstage-plugin-adoption-metrics-common';
import { OPTED_OUT } from '../people';

/** The metric whose samples hold everything about activity. */
export const METRIC = 'active-users';

/** Days of the longest trailing window. */
export const WINDOW_DAYS = 28;

/** Fewest people of whom a row by team and plugin may speak. */
export const TEAM_PLUGIN_MINIMUM = 10;

/** Periods after joining of which onboarding speaks, in days. */
export const ONBOARDING_DAYS = [7, 30, 90] as const;

/** How the dimensions by plugin within a team begin. */
export const TEAM_PLUGIN_PREFIX = 'team-plugin-';

/** What a lifecycle sample counts: its `member`. */
export const lifecycleKinds = [
  'active',
  'new',
  'returning',
  'reactivated',
  'lapsed',
  'neverSeen',
] as const;

export type LifecycleKind = (typeof lifecycleKinds)[number];

/**
 * The dimensions of active users beside the headline, and their `member`.
 *
 * - `days`: active on the last 7 days or on the last (`7`, `1`).
 * - `regular`, `stickiness`: one sample.
 * - `optedOut`: one sample at the end of four weeks.
 * - `team`: id of the team, over 28 days.
 * - `plugin`, `pluginActions`: id of the plugin, over 28 days.
 * - `retention`: first day of the range of joining, each time that all who
 *   joined in it have been there for another 30 days.
 */
export const dimensions = {
  days: 'days',
  regular: 'regular',
  stickiness: 'stickiness',
  optedOut: OPTED_OUT,
  team: 'team',
  plugin: 'plugin',
  pluginActions: 'plugin-actions',
  retention: 'retention',
  /** By first day of the range of joining: who used the portal so soon. */
  onboardingWithin: (days: number) => `onboarding-${days}`,
  /** By kind, at the ends of weeks or months. */
  lifecycle: (granularity: LifecycleGranularity) => `lifecycle-${granularity}`,
  /** By plugin, at the ends of weeks. */
  teamPlugin: (teamId: number) => `${TEAM_PLUGIN_PREFIX}${teamId}`,
};
