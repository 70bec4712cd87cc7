import { RouteHandlers } from '../http';
import { AlertService } from './AlertService';

/**
 * Alerts, for everybody who may read the metrics. Whoever may set the goal
 * acknowledges them and mutes rules.
 */
export function createAlertRoutes(alerts: AlertService) {
  return {
    'GET /alerts': ({ query }) => alerts.list(query),
    'POST /alerts/acknowledgements': ({ body, signature }) =>
      alerts.acknowledge(body, signature),
    'POST /alerts/mutes': ({ body, signature }) => alerts.mute(body, signature),
  } satisfies RouteHandlers;
}
