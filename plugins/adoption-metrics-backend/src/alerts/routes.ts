import { RouteHandlers } from '../http';
import { AlertService } from './AlertService';
import { AlertTester } from './AlertTester';

/**
 * Routes about alerts. Readers can list them; those who can set the deadline
 * can acknowledge alerts, mute rules, and send tests.
 */
export function createAlertRoutes(alerts: AlertService, tester: AlertTester) {
  return {
    'GET /alerts': ({ query, signature }) => alerts.list({ query, signature }),
    'POST /alerts/acknowledgements': ({ body, signature }) =>
      alerts.acknowledge(body, signature),
    'POST /alerts/mutes': ({ body, signature }) => alerts.mute(body, signature),
    'POST /alerts/test': async ({ signature, audit, signal }) => {
      const test = await tester.send(signature, signal);
      const arrived = test.results.filter(({ code }) => code === null).length;
      audit({ arrived, failed: test.results.length - arrived });
      return test;
    },
  } satisfies RouteHandlers;
}
