import {
  defaultTargets,
  metricIds,
  type Definitions,
  type MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import { timeZone } from './days';

export const definitionTexts: Record<MetricId, string> = {
  'active-users':
    'Distinct developers who did something deliberate in the portal (opened a page, clicked, searched, ran a template) in the last 28 closed days, as a share of all developers in the catalog. Start pages, background refreshes, guests and automated browsers do not count.',
  'page-load':
    'The 75th percentile of the time from the start of a page load to its largest contentful paint, measured in the browsers of signed-in people over the last 28 closed days. Loads in hidden tabs do not count.',
  uptime:
    'The share of the last 30 days in which the portal answered and its database was reachable. Declared maintenance is left out; time about which nothing is known counts as not up.',
  'stale-entities':
    'Components, APIs, resources, systems and domains that are orphaned, fail to process, come from a broken source, or have no owner or an unknown one, as a share of all of them.',
};

const names: Record<MetricId, string> = {
  'active-users': 'Active users',
  'page-load': 'Page load, 75th percentile',
  uptime: 'Uptime, 30 days',
  'stale-entities': 'Stale catalog entities',
};

export const definitions: Definitions = {
  timeZone,
  definitions: metricIds.map(metric => ({
    metric,
    name: names[metric],
    unit: metric === 'page-load' ? 'seconds' : 'share',
    target: defaultTargets[metric],
    version: 1,
    from: '2026-02-16',
    text: definitionTexts[metric],
  })),
};
