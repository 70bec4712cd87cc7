import {
  defaultTargets,
  MetricId,
  Target,
} from 'backstage-plugin-adoption-metrics-common';
import { positive, section, share } from '../configuration';

/** The configuration below `adoptionMetrics.targets`. */
export const targetsConfig = section({
  activeUsers: share()
    .prefault(defaultTargets['active-users'].value)
    .describe('Least share of developers who are active users'),
  pageLoad: positive(60, 'seconds')
    .prefault(defaultTargets['page-load'].value)
    .describe('Seconds that the page load time must stay below'),
  uptime: share()
    .prefault(defaultTargets.uptime.value)
    .describe('Least share of time that the portal is up'),
  staleEntities: share()
    .prefault(defaultTargets['stale-entities'].value)
    .describe('Share of catalog entities that stale ones must stay below'),
}).transform(({ activeUsers, pageLoad, uptime, staleEntities }) => {
  const targets: Record<MetricId, Target> = {
    'active-users': targetOf('active-users', activeUsers),
    'page-load': targetOf('page-load', pageLoad),
    uptime: targetOf('uptime', uptime),
    'stale-entities': targetOf('stale-entities', staleEntities),
  };
  return targets;
});

function targetOf(metric: MetricId, value: number): Target {
  return { ...defaultTargets[metric], value };
}
