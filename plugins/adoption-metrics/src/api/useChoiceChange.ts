import { useApi } from '@backstage/frontend-plugin-api';
import type { ChoiceRequest } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from './AdoptionMetricsApi';
import { useChange } from './useChange';

/** Records and removes decisions. */
export function useChoiceChange(onChanged: () => void) {
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(onChanged);
  return {
    add: (request: ChoiceRequest) =>
      change(() => api.request('POST /decision/choices', { body: request })),
    remove: (id: number) =>
      change(() => api.request('DELETE /decision/choices', { query: { id } })),
    pending,
    error,
  };
}
