import type {
  Breakdown,
  Diagnostics,
  MetricDetail,
  MetricId,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt, timeZone } from './days';

const breakdowns: Record<MetricId, Breakdown[]> = {
  'active-users': [
    {
      id: 'plugin',
      title: 'By plugin, 28 days',
      unit: 'count',
      rows: [
        { id: 'catalog', label: 'catalog', value: 26 },
        { id: 'search', label: 'search', value: 14 },
        { id: 'scaffolder', label: 'scaffolder', value: 9 },
        { id: 'techdocs', label: 'techdocs', value: 7 },
        {
          id: 'other',
          label: 'other plugins',
          value: null,
          hint: 'fewer than 5 people',
        },
      ],
    },
  ],
  'page-load': [
    {
      id: 'route',
      title: 'By page, 75th percentile',
      unit: 'seconds',
      rows: [
        {
          id: 'page:catalog/entity',
          label: '/catalog/:namespace/:kind/:name',
          value: 11.2,
          count: 1630,
        },
        { id: 'page:catalog', label: '/catalog', value: 6.3, count: 902 },
        { id: 'page:home', label: '/', value: 4.4, count: 1417 },
        { id: 'page:search', label: '/search', value: 3.1, count: 263 },
      ],
    },
    {
      id: 'discards',
      title: 'Loads that could not be measured',
      unit: 'count',
      rows: [
        { id: 'hidden', label: 'in a hidden tab', value: 388 },
        { id: 'sleep', label: 'computer asleep', value: 41 },
        {
          id: 'back-forward-cache',
          label: 'from the browser cache',
          value: 27,
        },
      ],
    },
  ],
  uptime: [
    {
      id: 'state',
      title: 'The last 30 days by state',
      unit: 'share',
      rows: [
        { id: 'up', label: 'up', value: 2_583_027 / 2_584_800 },
        { id: 'down', label: 'down', value: 1348 / 2_584_800 },
        { id: 'unknown', label: 'unknown', value: 425 / 2_584_800 },
      ],
    },
  ],
  'stale-entities': [
    {
      id: 'reasons',
      title: 'Stale entities by reason',
      unit: 'count',
      rows: [
        { id: 'owner-unknown', label: 'owner-unknown', value: 2 },
        { id: 'source-error', label: 'source-error', value: 1 },
        { id: 'orphan', label: 'orphan', value: 0 },
      ],
    },
    {
      id: 'kinds',
      title: 'Stale entities by kind',
      unit: 'count',
      rows: [
        { id: 'Component', label: 'Component', value: 3, count: 30 },
        { id: 'API', label: 'API', value: 0, count: 17 },
      ],
    },
  ],
};

export function detailOf(scorecard: Scorecard, id: MetricId): MetricDetail {
  const metric = scorecard.metrics.find(each => each.id === id);
  if (!metric) {
    throw new Error(`The scorecard has no metric ${id}`);
  }
  const { sampleHistory } = scorecard;
  return {
    computedAt,
    timeZone,
    metric,
    breakdowns: metric.value === null ? [] : breakdowns[id],
    sampleHistory,
  };
}

export const diagnostics: Diagnostics = {
  computedAt,
  checks: [
    {
      id: 'last-batch',
      label: 'Browsers report use',
      status: 'ok',
      detail: 'The last batch arrived a moment ago.',
      at: '2026-11-23T09:13:41.000Z',
    },
    {
      id: 'developers',
      label: 'Developers found in the catalog',
      status: 'ok',
      detail: '300 developers, 3 excluded.',
      at: '2026-11-23T08:00:00.000Z',
    },
    {
      id: 'probe',
      label: 'A probe sees the portal from outside',
      status: 'warning',
      detail: 'No probe has succeeded yet, so uptime is seen from inside only.',
      fix: 'Set adoptionMetrics.uptime.probes to an address that the backend can reach.',
    },
    {
      id: 'last-scan',
      label: 'The catalog is scanned',
      status: 'ok',
      detail: '47 entities scanned, 3 stale.',
      at: '2026-11-23T09:10:00.000Z',
    },
    {
      id: 'recipients',
      label: 'Someone is notified when a metric leaves its target',
      status: 'unknown',
      detail: 'No recipients are configured.',
      fix: 'Set adoptionMetrics.alerts.recipients to groups or users.',
    },
    {
      id: 'secret',
      label: 'The secret behind the pseudonyms is configured',
      status: 'problem',
      detail:
        'A generated secret is used. It is lost with the database, and every person would be counted anew.',
      fix: 'Set adoptionMetrics.privacy.secret to a random string of at least 32 characters.',
    },
  ],
};
