export { createPageLoad } from './createPageLoad';
export { WINDOW_DAYS } from './dimensions';
export { PageLoadReporter } from './PageLoadReporter';
export { PageLoadStore } from './PageLoadStore';
export { pageLoadRetention, ROUTE_DAYS } from './retention';
export { createPageLoadRoutes } from './routes';
