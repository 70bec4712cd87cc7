export { createPortals } from './createPortals';
export { portalRetention, portalTimes } from './retention';
export type { PortalActivity } from './PortalActivity';
