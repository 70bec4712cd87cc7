import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows reading the scorecard, history, definitions, and diagnostics.
 *
 * @public
 */
export const scorecardReadPermission = createPermission({
  name: 'adoption-metrics.scorecard.read',
  attributes: { action: 'read' },
});

/**
 * Allows seeing the names of developers, forgetting people, and merging
 * identities. If permissions are disabled, only
 * `adoptionMetrics.administrators` can do that.
 *
 * @public
 */
export const peopleManagePermission = createPermission({
  name: 'adoption-metrics.people.manage',
  attributes: { action: 'update' },
});

/**
 * Allows declaring and canceling maintenance, and writing notes on incidents.
 * If permissions are disabled, only `adoptionMetrics.administrators` can do
 * that.
 *
 * @public
 */
export const uptimeManagePermission = createPermission({
  name: 'adoption-metrics.uptime.manage',
  attributes: { action: 'update' },
});

/**
 * Allows reporting checks of a component from outside. Only available to
 * service tokens, whose access restrictions can name this permission.
 *
 * @public
 */
export const uptimeReportPermission = createPermission({
  name: 'adoption-metrics.uptime.report',
  attributes: { action: 'create' },
});

/**
 * Allows setting, changing, and ending the deadline. If permissions are
 * disabled, only `adoptionMetrics.administrators` can do that.
 *
 * @public
 */
export const deadlineManagePermission = createPermission({
  name: 'adoption-metrics.deadline.manage',
  attributes: { action: 'update' },
});

/**
 * Allows seeing the options of the decision and their costs. If permissions are
 * disabled, only `adoptionMetrics.administrators` can do that.
 *
 * @public
 */
export const decisionReadPermission = createPermission({
  name: 'adoption-metrics.decision.read',
  attributes: { action: 'read' },
});

/**
 * Allows answering the questions of the decision, replacing published numbers,
 * running proofs of concept, and recording the decision. If permissions are
 * disabled, only `adoptionMetrics.administrators` can do that.
 *
 * @public
 */
export const decisionManagePermission = createPermission({
  name: 'adoption-metrics.decision.manage',
  attributes: { action: 'update' },
});

/**
 * Allows reporting use of another portal. Only available to service tokens,
 * each for the portals whose configuration names its subject. Access
 * restrictions of a token can name this permission.
 *
 * @public
 */
export const portalsReportPermission = createPermission({
  name: 'adoption-metrics.portals.report',
  attributes: { action: 'create' },
});

/** All permissions of the plugin. @public */
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
