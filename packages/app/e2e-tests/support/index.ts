export { cardIn, openFromSidebar, tileIn } from './pages';
export { repository } from './paths';
export { people } from './people';
export { Portal } from './Portal';
export { interruptions, PortalProxy } from './PortalProxy';
export { test } from './test';
