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
 * Allows declaring and canceling maintenance, and writing notes on incidents.
 * Without the permission framework only `adoptionMetrics.administrators` may.
 *
 * @public
 */
export const uptimeManagePermission = createPermission({
  name: 'adoption-metrics.uptime.manage',
  attributes: { action: 'update' },
});

/**
 * Allows reporting what an observer outside saw of a component. Only service
 * tokens can; the access restrictions of a token may name this permission.
 *
 * @public
 */
export const uptimeReportPermission = createPermission({
  name: 'adoption-metrics.uptime.report',
  attributes: { action: 'create' },
});

/**
 * Allows setting, changing and ending the deadline. Without the
 * permission framework only `adoptionMetrics.administrators` may.
 *
 * @public
 */
export const deadlineManagePermission = createPermission({
  name: 'adoption-metrics.deadline.manage',
  attributes: { action: 'update' },
});

/**
 * Allows seeing the options of the decision and what they cost. Without the
 * permission framework only `adoptionMetrics.administrators` may.
 *
 * @public
 */
export const decisionReadPermission = createPermission({
  name: 'adoption-metrics.decision.read',
  attributes: { action: 'read' },
});

/**
 * Allows answering the questions of the decision, replacing published numbers,
 * running proofs of concept and recording what was decided. Without the
 * permission framework only `adoptionMetrics.administrators` may.
 *
 * @public
 */
export const decisionManagePermission = createPermission({
  name: 'adoption-metrics.decision.manage',
  attributes: { action: 'update' },
});

/**
 * Allows reporting who used another portal. Only service tokens can, each for the
 * portals whose configuration names its subject; the access restrictions of a
 * token may name this permission.
 *
 * @public
 */
export const portalsReportPermission = createPermission({
  name: 'adoption-metrics.portals.report',
  attributes: { action: 'create' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const adoptionMetricsPermissions = [
  scorecardReadPermission,
  peopleManagePermission,
  uptimeManagePermission,
  uptimeReportPermission,
  deadlineManagePermission,
  decisionReadPermission,
  decisionManagePermission,
  portalsReportPermission,
];
