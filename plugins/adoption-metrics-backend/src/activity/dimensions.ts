import { BreakdownGranularity } from 'backstage-plugin-adoption-metrics-common';
import { OPTED_OUT } from '../people';

/** The metric whose samples hold everything about activity. */
export const METRIC = 'active-users';

/** Length of the longest trailing window, in days. */
export const WINDOW_DAYS = 28;

/** Days after joining that onboarding is measured for. */
export const ONBOARDING_DAYS = [7, 30, 90] as const;

/** Members of lifecycle dimensions. */
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
 * - `signIns`: developers among all who used the portal, by days (`28`, `7`).
 * - `retention`: first day of the range of joining, each time that all who
 *   joined in it have been there for another 30 days.
 */
export const dimensions = {
  days: 'days',
  regular: 'regular',
  stickiness: 'stickiness',
  optedOut: OPTED_OUT,
  signIns: 'sign-ins',
  retention: 'retention',
  /**
   * By first day of the joining range: people who used the portal within so
   * many days.
   */
  onboardingWithin: (days: number) => `onboarding-${days}`,
  /** By kind, at the end of weeks or four-week periods. */
  lifecycle: (granularity: BreakdownGranularity) => `lifecycle-${granularity}`,
  /** By atom: people who were active in the week or four-week period. */
  atoms: (unit: BreakdownGranularity) => `${unit}-atoms`,
  /** By plugin: people who used it. */
  plugins: (unit: BreakdownGranularity) => `${unit}-plugins`,
  /** By plugin: people of one atom who used it. */
  atomPlugins: (unit: BreakdownGranularity, atom: number) =>
    `${unit}-plugins-${atom}`,
  /** By plugin: deliberate interactions of everyone. */
  actions: (unit: BreakdownGranularity) => `${unit}-actions`,
  /** By kind of action: people who did it. */
  kindPeople: (unit: BreakdownGranularity) => `${unit}-kind-people`,
  /** By kind of action: how often it was done. */
  kindUses: (unit: BreakdownGranularity) => `${unit}-kind-uses`,
};

/** Whether a dimension counts people of one atom by plugin. */
export function isAtomPlugins(
  unit: BreakdownGranularity,
  dimension: string,
): boolean {
  return dimension.startsWith(`${dimensions.plugins(unit)}-`);
}

/** Whether a dimension counts usage in a week or four-week period. */
export function isUseOf(
  unit: BreakdownGranularity,
  dimension: string,
): boolean {
  const { atoms, plugins, actions, kindPeople, kindUses } = dimensions;
  return (
    [atoms, plugins, actions, kindPeople, kindUses].some(
      dimensionOf => dimensionOf(unit) === dimension,
    ) || isAtomPlugins(unit, dimension)
  );
}
