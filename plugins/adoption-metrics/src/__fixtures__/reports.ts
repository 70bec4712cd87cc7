import type {
  AnswerOf,
  QueryOf,
  RouteKey,
} from 'backstage-plugin-adoption-metrics-common';
import { digestFor, emptyDigest } from './digests';
import { checklist, nothingDone } from './checklists';
import { annotations } from './deadlines';
import {
  actionUse,
  activitySeriesFor,
  attributeUse,
  cohorts,
  lifecycleFor,
  nothingInstalled,
  onboarding,
  pluginInventory,
  pluginUse,
  teamPluginUse,
  teamUse,
} from './activity';
import {
  distributionFor,
  hoursFor,
  pageLoadCoverage,
  pageLoadKinds,
  pageLoadRoutesFor,
  pageLoadSeriesFor,
} from './pageLoads';
import { now } from './outages';
import { onlyThisPortal, portalSeriesFor, portalTeams } from './portals';
import { nothingKnown } from './series';
import {
  catalogOwners,
  catalogSpiral,
  nothingToVerify,
  verificationsFor,
  noOwners,
  noSpiral,
  nothingStale,
  staleEntitiesFor,
} from './staleEntities';
import {
  incidentsFor,
  maintenance,
  uptimeComponents,
  uptimeComponentsAtFirst,
  uptimeFor,
} from './uptime';

type ReportKey = Extract<
  RouteKey,
  | `GET /${'activity' | 'page-load' | 'catalog'}/${string}`
  | `GET /uptime${string}`
  | 'GET /annotations'
  | 'GET /digest'
  | 'GET /decision/checklist'
  | 'GET /portals'
  | 'GET /portals/series'
  | 'GET /portals/teams'
>;

type Reporters = {
  [K in ReportKey]: (query: QueryOf<K>) => AnswerOf<K>;
};

const firstLoads = 'initial';

/** Every report of a company nine months in. */
export const reporters: Reporters = {
  'GET /activity/teams': () => teamUse,
  'GET /activity/plugins': () => pluginUse,
  'GET /activity/team-plugins': () => teamPluginUse,
  'GET /activity/inventory': () => pluginInventory,
  'GET /activity/actions': () => actionUse,
  'GET /activity/attributes': () => attributeUse,
  'GET /activity/lifecycle': ({ granularity = 'week' }) =>
    lifecycleFor(granularity),
  'GET /activity/cohorts': () => cohorts,
  'GET /activity/onboarding': () => onboarding,
  'GET /activity/series': activitySeriesFor,
  'GET /page-load/kinds': () => pageLoadKinds,
  'GET /page-load/routes': ({ kind = firstLoads }) => pageLoadRoutesFor(kind),
  'GET /page-load/coverage': () => pageLoadCoverage,
  'GET /page-load/hours': ({ kind = firstLoads }) => hoursFor(kind),
  'GET /page-load/distribution': ({ kind = firstLoads }) =>
    distributionFor(kind),
  'GET /page-load/series': pageLoadSeriesFor,
  'GET /uptime': parameters => uptimeFor(parameters),
  'GET /uptime/components': () => uptimeComponents,
  'GET /uptime/incidents': incidentsFor,
  'GET /uptime/maintenance': () => maintenance,
  'GET /catalog/stale-entities': staleEntitiesFor,
  'GET /catalog/owners': () => catalogOwners,
  'GET /catalog/spiral': () => catalogSpiral,
  'GET /annotations': () => annotations,
  'GET /digest': digestFor,
  'GET /decision/checklist': () => checklist,
  'GET /portals': () => onlyThisPortal,
  'GET /portals/series': portalSeriesFor,
  'GET /portals/teams': () => portalTeams,
  'GET /catalog/verifications': verificationsFor,
};

/** The same before anything was seen. */
export const emptyReporters: Reporters = {
  'GET /activity/teams': () => ({ ...teamUse, groups: [] }),
  'GET /activity/plugins': () => ({ ...pluginUse, plugins: [] }),
  'GET /activity/team-plugins': () => ({ ...teamPluginUse, cells: [] }),
  'GET /activity/inventory': () => nothingInstalled,
  'GET /activity/actions': () => ({
    ...actionUse,
    status: 'no-closed-period',
    from: null,
    to: null,
    actions: actionUse.actions.map(({ id }) => ({
      id,
      firstSeenOn: null,
      uses: null,
      previousUses: null,
      people: null,
      previousPeople: null,
    })),
  }),
  'GET /activity/attributes': () => ({ ...attributeUse, attributes: [] }),
  'GET /activity/lifecycle': ({ granularity = 'week' }) => ({
    ...lifecycleFor(granularity),
    status: 'no-closed-period',
    periods: [],
  }),
  'GET /activity/cohorts': () => ({
    ...cohorts,
    status: 'no-closed-period',
    cohorts: [],
  }),
  'GET /activity/onboarding': () => ({
    ...onboarding,
    status: 'no-closed-period',
    ranges: [],
  }),
  'GET /activity/series': parameters =>
    withoutValues(activitySeriesFor(parameters)),
  'GET /page-load/kinds': () => ({ ...pageLoadKinds, kinds: [] }),
  'GET /page-load/routes': ({ kind = firstLoads }) => ({
    ...pageLoadRoutesFor(kind),
    routes: [],
  }),
  'GET /page-load/coverage': () => ({
    ...pageLoadCoverage,
    kinds: [],
    droppedEvents: [],
  }),
  'GET /page-load/hours': ({ kind = firstLoads }) => ({
    ...hoursFor(kind),
    hours: [],
  }),
  'GET /page-load/distribution': ({ kind = firstLoads }) => ({
    ...distributionFor(kind),
    buckets: [],
  }),
  'GET /page-load/series': parameters =>
    withoutValues(pageLoadSeriesFor(parameters)),
  'GET /uptime': parameters => uptimeFor(parameters, now),
  'GET /uptime/components': () => uptimeComponentsAtFirst,
  'GET /uptime/incidents': () => ({
    ...incidentsFor(),
    incidents: [],
    nextCursor: null,
  }),
  'GET /uptime/maintenance': () => ({ ...maintenance, windows: [] }),
  'GET /catalog/stale-entities': () => nothingStale,
  'GET /catalog/owners': () => noOwners,
  'GET /catalog/spiral': () => noSpiral,
  'GET /annotations': () => ({ ...annotations, annotations: [] }),
  'GET /digest': ({ period = emptyDigest.period }) => ({
    ...emptyDigest,
    period,
  }),
  'GET /decision/checklist': () => nothingDone,
  'GET /portals': () => onlyThisPortal,
  'GET /portals/series': portalSeriesFor,
  'GET /portals/teams': () => portalTeams,
  'GET /catalog/verifications': () => nothingToVerify,
};

function withoutValues<T extends { points: object[] }>(series: T): T {
  const points = series.points.map(point => ({ ...point, ...nothingKnown }));
  return { ...series, points };
}
