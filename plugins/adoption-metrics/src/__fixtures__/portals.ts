import type {
  Portal,
  Portals,
  PortalSeries,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { defaultTargets } from 'backstage-plugin-adoption-metrics-common';
import { addDays } from '../ui/format';
import { computedAt, lastDay, timeZone } from './days';
import { seriesFor } from './series';

const window = { from: addDays(lastDay, -27), to: addDays(lastDay, 1) };

const thisPortal: Portal = {
  id: 'this',
  title: 'Our portal',
  reportedBy: null,
  option: null,
  since: null,
  url: null,
  firstDay: '2026-02-16',
  lastDay,
  lastReportAt: null,
  headline: {
    ...window,
    active: 72,
    developers: 302,
    share: 72 / 302,
    coverage: 1,
    status: 'missed',
  },
};

const base = {
  computedAt,
  timeZone,
  asOf: lastDay,
  target: defaultTargets['active-users'],
};

/** No portal but this one, as nearly everywhere. */
export const onlyThisPortal: Portals = {
  ...base,
  portals: [thisPortal],
  any: thisPortal.headline,
};

/** A candidate that is tried, and one of which nothing has come yet. */
export const threePortals: Portals = {
  ...base,
  portals: [
    thisPortal,
    {
      id: 'poc',
      title: 'A candidate',
      reportedBy: 'candidate-export',
      option: 'bought',
      since: '2026-11-09',
      url: 'https://candidate.example.com',
      firstDay: '2026-11-09',
      lastDay: '2026-11-21',
      lastReportAt: '2026-11-22T06:00:00.000Z',
      headline: {
        from: '2026-10-25',
        to: '2026-11-22',
        active: 12,
        developers: 302,
        share: null,
        coverage: 13 / 28,
        status: 'undecided',
        reason: 'window-incomplete',
      },
    },
    {
      id: 'second',
      title: 'The second instance',
      reportedBy: null,
      option: null,
      since: null,
      url: null,
      firstDay: null,
      lastDay: null,
      lastReportAt: null,
      headline: {
        ...window,
        active: null,
        developers: null,
        share: null,
        coverage: null,
        status: 'undecided',
        reason: 'no-data',
      },
    },
  ],
  any: {
    from: '2026-10-25',
    to: '2026-11-22',
    active: 79,
    developers: 302,
    share: null,
    coverage: 0.5,
    status: 'undecided',
    reason: 'window-incomplete',
  },
};

/** Each portal with as many people as its place, and all of them together. */
export function portalSeriesFor(
  query: QueryOf<'GET /portals/series'>,
): PortalSeries {
  const { measure = 'monthly', granularity = 'day' } = query;
  const { from, to, points } = seriesFor({
    metric: 'active-users',
    from: query.from,
    granularity,
  });
  const { portals } = threePortals;
  const numbered = (numerator: number | null) =>
    points.map(point => ({ ...point, numerator }));
  return {
    computedAt,
    timeZone,
    from,
    to,
    measure,
    granularity,
    series: [
      ...portals.map(({ id, title, reportedBy, lastDay: known }, place) => ({
        portal: id,
        title,
        reportedBy,
        points: numbered(known === null ? null : 70 - place * 50),
      })),
      {
        portal: 'any',
        title: 'any',
        reportedBy: null,
        points: numbered(80),
      },
    ],
  };
}
