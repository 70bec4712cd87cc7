import type { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from './useAnswer';

const oneMinute = 60_000;

// These hooks refresh regularly while the page is visible.

export const useOverview = () => useAnswer('GET /overview', {}, oneMinute);

export const useDeadline = () => useAnswer('GET /deadline', {}, oneMinute);

export const useAlerts = () => useAnswer('GET /alerts', {}, oneMinute);

export const useDiagnostics = () =>
  useAnswer('GET /diagnostics', {}, oneMinute);

export const useMetricDetail = (id: MetricId) =>
  useAnswer('GET /metrics/{id}', { params: { id } }, oneMinute);
