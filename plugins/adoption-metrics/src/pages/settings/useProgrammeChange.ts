import { useApi } from '@backstage/frontend-plugin-api';
import type { ProgrammeRequest } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';

/** Sets or ends the programme, and says what went wrong. */
export function useProgrammeChange(onChanged: () => void) {
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(onChanged);
  return {
    set: (request: ProgrammeRequest) => change(() => api.setProgramme(request)),
    end: () => change(() => api.endProgramme()),
    pending,
    error,
  };
}
