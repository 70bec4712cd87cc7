export { createPortals } from './createPortals';
export { portalRetention, portalTimes } from './retention';
export { PortalImporter, type ImportedPortalDay } from './PortalImporter';
export type { PortalActivity } from './PortalActivity';
