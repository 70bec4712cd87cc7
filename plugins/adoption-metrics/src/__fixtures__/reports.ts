import type { Report, ReportName, ReportParameters } from '../api';
import { digestFor, emptyDigest } from './digests';
import { checklist, nothingDone } from './checklists';
import { annotations } from './deadlines';
import {
  activitySeriesFor,
  cohorts,
  lifecycleFor,
  onboarding,
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

type Reporters = {
  [TName in ReportName]: (parameters: ReportParameters<TName>) => Report<TName>;
};

const firstLoads = 'initial';

/** Every report of a company nine months in. */
export const reporters: Reporters = {
  'activity/teams': () => teamUse,
  'activity/plugins': () => pluginUse,
  'activity/team-plugins': () => teamPluginUse,
  'activity/lifecycle': ({ granularity = 'week' }) => lifecycleFor(granularity),
  'activity/cohorts': () => cohorts,
  'activity/onboarding': () => onboarding,
  'activity/series': activitySeriesFor,
  'page-load/kinds': () => pageLoadKinds,
  'page-load/routes': ({ kind = firstLoads }) => pageLoadRoutesFor(kind),
  'page-load/coverage': () => pageLoadCoverage,
  'page-load/hours': ({ kind = firstLoads }) => hoursFor(kind),
  'page-load/distribution': ({ kind = firstLoads }) => distributionFor(kind),
  'page-load/series': pageLoadSeriesFor,
  uptime: parameters => uptimeFor(parameters),
  'uptime/components': () => uptimeComponents,
  'uptime/incidents': incidentsFor,
  'uptime/maintenance': () => maintenance,
  'catalog/stale-entities': staleEntitiesFor,
  'catalog/owners': () => catalogOwners,
  'catalog/spiral': () => catalogSpiral,
  annotations: () => annotations,
  digest: digestFor,
  'decision/checklist': () => checklist,
  'catalog/verifications': verificationsFor,
};

/** The same before anything was seen. */
export const emptyReporters: Reporters = {
  'activity/teams': () => ({ ...teamUse, teams: [] }),
  'activity/plugins': () => ({ ...pluginUse, plugins: [] }),
  'activity/team-plugins': () => ({ ...teamPluginUse, cells: [] }),
  'activity/lifecycle': ({ granularity = 'week' }) => ({
    ...lifecycleFor(granularity),
    periods: [],
  }),
  'activity/cohorts': () => ({ ...cohorts, cohorts: [] }),
  'activity/onboarding': () => ({ ...onboarding, months: [] }),
  'activity/series': parameters => withoutValues(activitySeriesFor(parameters)),
  'page-load/kinds': () => ({ ...pageLoadKinds, kinds: [] }),
  'page-load/routes': ({ kind = firstLoads }) => ({
    ...pageLoadRoutesFor(kind),
    routes: [],
  }),
  'page-load/coverage': () => ({
    ...pageLoadCoverage,
    kinds: [],
    droppedEvents: [],
  }),
  'page-load/hours': ({ kind = firstLoads }) => ({
    ...hoursFor(kind),
    hours: [],
  }),
  'page-load/distribution': ({ kind = firstLoads }) => ({
    ...distributionFor(kind),
    buckets: [],
  }),
  'page-load/series': parameters =>
    withoutValues(pageLoadSeriesFor(parameters)),
  uptime: parameters => uptimeFor(parameters, now),
  'uptime/components': () => uptimeComponentsAtFirst,
  'uptime/incidents': () => ({
    ...incidentsFor(),
    incidents: [],
    nextCursor: null,
  }),
  'uptime/maintenance': () => ({ ...maintenance, windows: [] }),
  'catalog/stale-entities': () => nothingStale,
  'catalog/owners': () => noOwners,
  'catalog/spiral': () => noSpiral,
  annotations: () => ({ ...annotations, annotations: [] }),
  digest: () => emptyDigest,
  'decision/checklist': () => nothingDone,
  'catalog/verifications': () => nothingToVerify,
};

function withoutValues<T extends { points: object[] }>(series: T): T {
  const points = series.points.map(point => ({ ...point, ...nothingKnown }));
  return { ...series, points };
}
