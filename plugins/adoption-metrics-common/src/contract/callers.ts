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

/** Needs credentials of anything. @public */
export const authenticated = { kind: 'authenticated' } as const;

/** Needs the credentials of a person. @public */
export const signedIn = { kind: 'signedIn' } as const;

/** Needs the permission to read the metrics. @public */
export const reader = {
  kind: 'reader',
  permission: scorecardReadPermission,
} as const;

/** Needs the credentials of a service that may report checks. @public */
export const observer = {
  kind: 'observer',
  permission: uptimeReportPermission,
} as const;

/** Needs the credentials of a service that may report who used another portal. @public */
export const portalReporter = {
  kind: 'observer',
  permission: portalsReportPermission,
} as const;

/** Needs a privilege, which nobody has merely because permissions are off. @public */
export function manager(permission: BasicPermission) {
  return { kind: 'manager', permission } as const;
}

/** Needs the permission to see options and money, which is a privilege. @public */
export const decisionReader = manager(decisionReadPermission);
