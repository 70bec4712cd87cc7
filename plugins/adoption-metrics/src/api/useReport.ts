import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import {
  adoptionMetricsApiRef,
  type Report,
  type ReportName,
  type ReportParameters,
} from '.';
import { useLoaded, type Loaded } from './useLoaded';

/** Loads a report, and again when other parameters are asked for. */
export function useReport<TName extends ReportName>(
  name: TName,
  parameters: ReportParameters<TName> = {},
): Loaded<Report<TName>> {
  const api = useApi(adoptionMetricsApiRef);
  // The same parameters in another object are no reason to load again.
  const written = JSON.stringify(parameters);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getReport(name, JSON.parse(written), { signal }),
    [api, name, written],
  );
  return useLoaded(load);
}
