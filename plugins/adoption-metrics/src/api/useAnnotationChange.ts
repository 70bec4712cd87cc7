import { useApi } from '@backstage/frontend-plugin-api';
import type { AnnotationRequest } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from './AdoptionMetricsApi';
import { useChange } from './useChange';

/** Adds and removes annotations. */
export function useAnnotationChange(onChanged: () => void) {
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(onChanged);
  return {
    add: (request: AnnotationRequest) =>
      change(() => api.request('POST /annotations', { body: request })),
    remove: (id: number) =>
      change(() => api.request('DELETE /annotations', { query: { id } })),
    pending,
    error,
  };
}
