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
 * Every permission of the plugin.
 *
 * @public
 */
export const adoptionMetricsPermissions = [scorecardReadPermission];
