import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  decisionReadPermission,
  portalsReportPermission,
  scorecardReadPermission,
  uptimeReportPermission,
} from '../permissions';

/**
 * Who may call a route.
 *
 * - `anybody`: no credentials are looked at.
 * - `authenticated`: people and services, without any permission.
 * - `signedIn`: people only.
 * - `reader`: people and services whom the permission policy allows; everyone
 *   while permissions are off.
 * - `manager`: whoever the permission policy allows, or is among
 *   `adoptionMetrics.administrators`; nobody else while permissions are off.
 * - `observer`: services whose token is not kept from it.
 *
 * @public
 */
export type Caller =
  | { kind: 'anybody' | 'authenticated' | 'signedIn' }
  | { kind: 'reader' | 'manager' | 'observer'; permission: BasicPermission };

/** No credentials required. @public */
export const anybody = { kind: 'anybody' } as const;

/** Requires credentials of a user or service. @public */
export const authenticated = { kind: 'authenticated' } as const;

/** Requires credentials of a user. @public */
export const signedIn = { kind: 'signedIn' } as const;

/** Requires permission to read the metrics. @public */
export const reader = {
  kind: 'reader',
  permission: scorecardReadPermission,
} as const;

/** Requires credentials of a service that can report checks. @public */
export const observer = {
  kind: 'observer',
  permission: uptimeReportPermission,
} as const;

/**
 * Requires credentials of a service that can report use of another portal.
 *
 * @public
 */
export const portalReporter = {
  kind: 'observer',
  permission: portalsReportPermission,
} as const;

/** Requires a privilege, which disabling permissions does not grant. @public */
export function manager(permission: BasicPermission) {
  return { kind: 'manager', permission } as const;
}

/**
 * Requires permission to see options and costs, which is a privilege.
 *
 * @public
 */
export const decisionReader = manager(decisionReadPermission);
