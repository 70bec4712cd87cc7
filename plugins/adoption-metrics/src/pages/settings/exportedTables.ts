import {
  metricIds,
  type MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import { withSignal, type AdoptionMetricsApi } from '../../api';
import type { Language } from '../../ui/format';
import type { MessageKey } from '../../ui/format/Translate';
import type { TableKey } from '../../ui/loading/ReportSection';

/** A table that may be had as a file. */
export interface ExportedTable {
  title: string;
  /** Below `/api/adoption-metrics/v1`. */
  path: string;
  loadCsv: () => Promise<Blob>;
  loadJson: () => Promise<Blob>;
}

/** On which page each table is, and what it is called there. */
const tables = {
  'GET /activity/series': ['metric.name.active-users', 'history.title'],
  'GET /activity/teams': [
    'metric.name.active-users',
    'activeUsers.teams.title',
  ],
  'GET /activity/plugins': [
    'metric.name.active-users',
    'activeUsers.plugins.title',
  ],
  'GET /activity/team-plugins': [
    'metric.name.active-users',
    'activeUsers.teamPlugins.title',
  ],
  'GET /activity/inventory': [
    'metric.name.active-users',
    'activeUsers.inventory.title',
  ],
  'GET /activity/actions': [
    'metric.name.active-users',
    'activeUsers.actions.title',
  ],
  'GET /activity/attributes': [
    'metric.name.active-users',
    'activeUsers.attributes.title',
  ],
  'GET /activity/lifecycle': [
    'metric.name.active-users',
    'activeUsers.lifecycle.title',
  ],
  'GET /activity/cohorts': [
    'metric.name.active-users',
    'activeUsers.cohorts.title',
  ],
  'GET /activity/onboarding': [
    'metric.name.active-users',
    'activeUsers.onboarding.title',
  ],
  'GET /portals': ['metric.name.active-users', 'activeUsers.portals.title'],
  'GET /portals/series': ['activeUsers.portals.title', 'history.title'],
  'GET /portals/teams': [
    'activeUsers.portals.title',
    'activeUsers.teams.title',
  ],
  'GET /page-load/series': ['metric.name.page-load', 'history.title'],
  'GET /page-load/routes': ['metric.name.page-load', 'pageLoad.pages.title'],
  'GET /page-load/distribution': [
    'metric.name.page-load',
    'pageLoad.distribution.title',
  ],
  'GET /page-load/hours': ['metric.name.page-load', 'pageLoad.hours.title'],
  'GET /page-load/kinds': ['metric.name.page-load', 'pageLoad.kinds.title'],
  'GET /page-load/coverage': [
    'metric.name.page-load',
    'pageLoad.coverage.title',
  ],
  'GET /uptime/components': ['metric.name.uptime', 'uptime.components.title'],
  'GET /uptime/incidents': ['metric.name.uptime', 'uptime.incidents.title'],
  'GET /catalog/stale-entities': [
    'metric.name.stale-entities',
    'catalog.entities.title',
  ],
  'GET /catalog/owners': ['metric.name.stale-entities', 'catalog.owners.title'],
  'GET /decision/options': ['decision.title', 'decision.options.title'],
  'GET /developers': [
    'settings.developers.included',
    'settings.developers.teams',
  ],
} as const satisfies Record<TableKey, readonly [MessageKey, MessageKey]>;

type TitleKey = (typeof tables)[TableKey][number];

/** Every table, those of the metrics' own history first. */
export function exportedTables(
  api: AdoptionMetricsApi,
  language: Language,
): ExportedTable[] {
  return [
    ...metricIds.map(id => historyOf(id, api, language)),
    ...Object.entries(tables).map(([key, titles]) =>
      tableOf(key as TableKey, titles, api, language),
    ),
  ];
}

function historyOf(
  id: MetricId,
  api: AdoptionMetricsApi,
  { t }: Language,
): ExportedTable {
  return {
    title: t('metric.named', {
      name: t(`metric.name.${id}`),
      text: t('settings.export.history'),
    }),
    path: `/metrics/${id}/series`,
    loadCsv: () => api.csv('GET /metrics/{id}/series', { params: { id } }),
    loadJson: async () =>
      toJson(await api.request('GET /metrics/{id}/series', { params: { id } })),
  };
}

function tableOf<K extends TableKey>(
  key: K,
  [page, section]: readonly [page: TitleKey, section: TitleKey],
  api: AdoptionMetricsApi,
  { t }: Language,
): ExportedTable {
  return {
    title: t('metric.named', { name: t(page), text: t(section) }),
    path: key.replace(/^GET /, ''),
    loadCsv: () => api.csv(key, ...withSignal<K>({} as never)),
    loadJson: async () =>
      toJson(await api.request(key, ...withSignal<K>({} as never))),
  };
}

function toJson(answer: unknown): Blob {
  return new Blob([JSON.stringify(answer, undefined, 2)], {
    type: 'application/json',
  });
}
