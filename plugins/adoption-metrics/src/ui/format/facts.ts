import {
  type FactId,
  type Metric,
} from 'backstage-plugin-adoption-metrics-common';
import { formatDuration } from './durations';
import { formatCount, formatSeconds, formatShare } from './values';

/** A supporting number of a metric, ready to be shown. */
export interface WrittenFact {
  id: FactId;
  label: string;
  value: string;
}

type FactStyle = [label: string, write: (value: number) => string];

const wholePercent = (share: number) => formatShare(share);
const finePercent = (share: number) => formatShare(share, 2);

const factStyles: Record<FactId, FactStyle> = {
  'people-short': ['People short of the target', formatCount],
  'outside-developers': ['Active people who are not developers', formatCount],
  'daily-active': ['Active developers, last closed day', formatCount],
  'weekly-active': ['Active developers, 7 days', formatCount],
  'regular-users': ['Regular users', formatCount],
  p50: ['Half of the loads are faster than', formatSeconds],
  p95: ['95% of the loads are faster than', formatSeconds],
  p99: ['99% of the loads are faster than', formatSeconds],
  'share-within-target': ['Loads faster than the target', wholePercent],
  'route-p75': ['In-app navigation, 75th percentile', formatSeconds],
  'route-loads': ['In-app navigations', formatCount],
  lenient: ['Uptime with unknown time left out', finePercent],
  'error-budget': ['Error budget', formatDuration],
  'error-budget-used': ['Error budget used', formatDuration],
  incidents: ['Incidents', formatCount],
  'longest-incident': ['Longest incident', formatDuration],
  'to-repair': ['Entities to repair', formatCount],
};

/** The facts of a metric in the order in which the contract lists them. */
export function writeFacts(metric: Metric): WrittenFact[] {
  const written: WrittenFact[] = [];
  for (const [id, [label, write]] of Object.entries(factStyles)) {
    const value = metric.facts[id as FactId];
    if (value !== undefined) {
      written.push({ id: id as FactId, label, value: write(value) });
    }
  }
  return written;
}
