import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { daysOf, RouteHandlers } from '../../http';
import { ReportingZone } from '../../time';
import { PortalIngest } from './PortalIngest';
import { PortalReporter } from './PortalReporter';
import { portalSeriesToCsv, portalsToCsv, portalTeamsToCsv } from './tables';

const SERIES_DAYS = 90;

/** Takes what other portals report, and answers how many people use each. */
export function createPortalRoutes(handles: {
  clock: Clock;
  zone: ReportingZone;
  ingest: PortalIngest;
  reporter: PortalReporter;
}) {
  const { clock, zone, ingest, reporter } = handles;
  return {
    'GET /portals': {
      common: () => reporter.portals(),
      csv: portalsToCsv,
    },
    'GET /portals/series': {
      common: ({ query }) => {
        const { measure, granularity, portal, ...range } = query;
        const to = zone.dayOf(clock.now());
        const days = daysOf(range, { to, length: SERIES_DAYS, granularity });
        return reporter.series({ days, measure, granularity, portal });
      },
      csv: portalSeriesToCsv,
    },
    'GET /portals/teams': {
      answer: ({ query, visibility }) => reporter.teams(query, visibility),
      csv: portalTeamsToCsv,
    },
    'POST /portals/{id}/activity': {
      enter: credentials => ingest.enter(credentials),
      auditMeta: ({ params }) => ({ portal: params.id }),
      answer: async ({ credentials, params, query, body, audit }) => {
        const sent = { id: params.id, query, body };
        const outcome = await ingest.take(credentials, sent);
        const { days, accepted, unknown, rejected } = outcome;
        audit({ days, accepted, unknown, rejected });
        return outcome;
      },
    },
  } satisfies RouteHandlers;
}
