import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AlertList,
  Definitions,
  DeveloperPreview,
  Diagnostics,
  FigureDetail,
  MetricId,
  MyData,
  ProgrammeLog,
  ProgrammeReport,
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

export function useProgramme(): Loaded<ProgrammeReport> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getProgramme({ signal }),
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

export function useProgrammeLog(): Loaded<ProgrammeLog> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getProgrammeLog({ signal }),
    [api],
  );
  return useLoaded(load);
}

export function useFigureDetail(metric: MetricId): Loaded<FigureDetail> {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getMetric(metric, { signal }),
    [api, metric],
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
