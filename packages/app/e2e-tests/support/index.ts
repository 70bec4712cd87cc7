export { layoutFaultsOf, whatScrollsSideways } from './geometry';
export { cardIn, openFromSidebar, tileIn, untilComplete } from './pages';
export { observePaints } from './paints';
export { repository } from './paths';
export { people } from './people';
export { Portal } from './Portal';
export { interruptions, PortalProxy } from './PortalProxy';
export { test } from './test';
export { untilDeadlineIs, untilMeasured } from './untilMeasured';
