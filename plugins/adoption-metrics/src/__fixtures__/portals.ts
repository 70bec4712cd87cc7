import type {
  Portal,
  Portals,
  PortalSeries,
  PortalTeams,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import {
  defaultTargets,
  say,
  withEnglish,
} from 'backstage-plugin-adoption-metrics-common';
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

/** Two teams, one of which nobody reported of. */
export const portalTeams: PortalTeams = {
  computedAt,
  timeZone,
  granularity: 'four-weeks',
  from: window.from,
  to: window.to,
  status: 'published',
  minimumGroupSize: 5,
  population: 300,
  portals: threePortals.portals.map(({ id, title, reportedBy }) => ({
    id,
    title,
    reportedBy,
  })),
  groups: [
    {
      id: 'group:default/harbor',
      kind: 'team',
      ...withEnglish({ name: [say('text', { text: 'Harbor' })] }),
      parentId: null,
      teams: [{ id: 'group:default/harbor', name: 'Harbor' }],
      developers: 20,
      portals: [
        { portal: 'this', active: 5, share: 0.25, coverage: 1 },
        { portal: 'poc', active: 8, share: 0.4, coverage: 1 },
        { portal: 'second', active: null, share: null, coverage: null },
        { portal: 'any', active: 9, share: 0.45, coverage: 1 },
      ],
    },
  ],
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
