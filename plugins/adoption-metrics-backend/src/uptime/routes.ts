import { DAY_MS, ReportingZone } from '../time';
import { momentsOf, RouteHandlers, subjectOf } from '../http';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { CheckRecorder } from './CheckRecorder';
import { HealthReporter } from './HealthReporter';
import { IncidentService } from './IncidentService';
import { MaintenanceService } from './MaintenanceService';
import { readChecks } from './readChecks';
import { componentsToCsv, incidentsToCsv } from './tables';
import { UptimeOverview } from './UptimeOverview';

/** Routes about uptime, incidents, maintenance, and checks. */
export function createUptimeRoutes(handles: {
  zone: ReportingZone;
  clock: Clock;
  overview: UptimeOverview;
  incidents: IncidentService;
  maintenance: MaintenanceService;
  checks: CheckRecorder;
  health: HealthReporter;
}) {
  const { zone, clock, overview, incidents, maintenance } = handles;
  const { checks, health } = handles;

  return {
    'GET /uptime': {
      common: ({ query }) => {
        const now = clock.now();
        const range = momentsOf(query, { to: now, days: 30, zone });
        return overview.report(range, now);
      },
    },
    'GET /uptime/components': {
      common: ({ query }) => {
        const now = clock.now();
        return overview.components(
          momentsOf(query, { to: now, days: 30, zone }),
          now,
        );
      },
      csv: componentsToCsv,
    },
    'GET /uptime/incidents': {
      answer: ({ query, signature }) => {
        const now = clock.now();
        return incidents.list(
          momentsOf(query, { to: now, days: 90, zone }),
          { query, signature },
          now,
        );
      },
      csv: incidentsToCsv,
    },
    'POST /uptime/incidents/notes': ({ body, signature }) =>
      incidents.addNote(body, signature),
    'GET /uptime/maintenance': ({ query }) => {
      const to = clock.now() + 365 * DAY_MS;
      return maintenance.list(momentsOf(query, { to, days: 395, zone }));
    },
    'POST /uptime/maintenance': ({ body, signature }) =>
      maintenance.declare(body, signature),
    'DELETE /uptime/maintenance': ({ query }) => maintenance.cancel(query.id),
    'POST /uptime/checks': ({ query, body, credentials }) =>
      checks.record(
        readChecks(query.format, body, clock.now()),
        subjectOf(credentials),
        { each: query.format === 'alertmanager' },
      ),
    'GET /health': async ({ setUnavailable }) => {
      const answer = await health.read();
      if (!answer.collecting) {
        setUnavailable();
      }
      return answer;
    },
  } satisfies RouteHandlers;
}
