import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AlertList,
  Definitions,
  DeveloperPreview,
  Diagnostics,
  MetricDetail,
  MetricId,
  MyData,
  DeadlineLog,
  DeadlineReport,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { useCallback } from 'react';
import { adoptionMetricsApiRef } from '.';
import { useLoaded, type Loaded } from './useLoaded';

const oneMinute = 60_000;

export function useScorecard(): Loaded<Scorecard> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getScorecard({ signal }),
    [api],
  );
  return useLoaded(load, oneMinute);
}

export function useDeadline(): Loaded<DeadlineReport> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getDeadline({ signal }),
    [api],
  );
  return useLoaded(load, oneMinute);
}

export function useAlerts(): Loaded<AlertList> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getAlerts({ signal }),
    [api],
  );
  return useLoaded(load, oneMinute);
}

export function useDeadlineLog(): Loaded<DeadlineLog> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getDeadlineLog({ signal }),
    [api],
  );
  return useLoaded(load);
}

export function useMetricDetail(id: MetricId): Loaded<MetricDetail> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getMetric(id, { signal }),
    [api, id],
  );
  return useLoaded(load, oneMinute);
}

export function useDefinitions(): Loaded<Definitions> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getDefinitions({ signal }),
    [api],
  );
  return useLoaded(load);
}

export function useDiagnostics(): Loaded<Diagnostics> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getDiagnostics({ signal }),
    [api],
  );
  return useLoaded(load, oneMinute);
}

export function useDevelopers(names: boolean): Loaded<DeveloperPreview> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getDevelopers({ names }, { signal }),
    [api, names],
  );
  return useLoaded(load);
}

export function useMyData(): Loaded<MyData> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getMyData({ signal }),
    [api],
  );
  return useLoaded(load);
}
