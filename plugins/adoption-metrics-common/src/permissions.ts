import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows reading the scorecard, its history, definitions and diagnostics.
 *
 * @public
 */
export const scorecardReadPermission = createPermission({
  name: 'adoption-metrics.scorecard.read',
  attributes: { action: 'read' },
});

/**
 * Allows seeing by name who counts as a developer, forgetting people and
 * merging identities. Without the permission framework only
 * `adoptionMetrics.administrators` may.
 *
 * @public
 */
export const peopleManagePermission = createPermission({
  name: 'adoption-metrics.people.manage',
  attributes: { action: 'update' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const adoptionMetricsPermissions = [
  scorecardReadPermission,
  peopleManagePermission,
];
