import { useApi } from '@backstage/frontend-plugin-api';
import type { DeadlineRequest } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';

/** Sets or ends the deadline, and says what went wrong. */
export function useDeadlineChange(onChanged: () => void) {
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(onChanged);
  return {
    set: (request: DeadlineRequest) =>
      change(() => api.request('PUT /deadline', { body: request })),
    end: () => change(() => api.request('DELETE /deadline')),
    pending,
    error,
  };
}
