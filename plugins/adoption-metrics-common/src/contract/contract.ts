import { activityRoutes } from './rows/activity';
import { alertRoutes } from './rows/alerts';
import { apiRoutes } from './rows/api';
import { catalogRoutes } from './rows/catalog';
import { deadlineRoutes } from './rows/deadline';
import { decisionRoutes } from './rows/decision';
import { eventRoutes } from './rows/events';
import { historyRoutes } from './rows/history';
import { pageLoadRoutes } from './rows/pageLoad';
import { peopleRoutes } from './rows/people';
import { scorecardRoutes } from './rows/scorecard';
import { uptimeRoutes } from './rows/uptime';
import { RouteRow } from './routes';

/**
 * All routes of the REST API. Validation, access checks, documentation, and the
 * client are derived from it.
 *
 * @public
 */
export const contract = {
  ...scorecardRoutes,
  ...activityRoutes,
  ...pageLoadRoutes,
  ...uptimeRoutes,
  ...catalogRoutes,
  ...deadlineRoutes,
  ...decisionRoutes,
  ...alertRoutes,
  ...peopleRoutes,
  ...eventRoutes,
  ...historyRoutes,
  ...apiRoutes,
};

/** The row of a route, without its specific type. @public */
export function rowOf(key: keyof typeof contract): RouteRow {
  return contract[key];
}

/** The keys of all routes, in the order of the documentation. @public */
export const routeKeys = Object.keys(contract) as Array<keyof typeof contract>;
