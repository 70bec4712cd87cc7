import {
  diagnosticOf,
  say,
  type Breakdown,
  type Diagnostics,
  type MetricDetail,
  type MetricId,
  type Scorecard,
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
    diagnosticOf('last-batch', {
      status: 'ok',
      detail: [say('health.last-batch.ok')],
      at: '2026-11-23T09:13:41.000Z',
    }),
    diagnosticOf('developers', {
      status: 'ok',
      detail: [
        say('health.developers.ok', {
          developers: say('health.developers.count', { count: 300 }),
          count: 3,
        }),
      ],
      at: '2026-11-23T08:00:00.000Z',
    }),
    diagnosticOf('permissions', {
      status: 'warning',
      detail: [say('health.permissions.disabled')],
      fix: say('health.permissions.fix'),
    }),
    diagnosticOf('last-scan', {
      status: 'ok',
      detail: [say('health.last-scan.scanned', { count: 47, stale: 3 })],
      at: '2026-11-23T09:10:00.000Z',
    }),
    diagnosticOf('heartbeats', {
      status: 'unknown',
      detail: [say('health.heartbeats.none')],
      fix: say('health.heartbeats.none.fix'),
    }),
    diagnosticOf('secret', {
      status: 'problem',
      detail: [say('health.secret.generated')],
      fix: say('health.secret.generated.fix'),
    }),
  ],
};
