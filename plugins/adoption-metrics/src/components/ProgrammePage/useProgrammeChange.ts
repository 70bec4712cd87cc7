import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ProgrammeRequest } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';

/** Sets or ends the programme, and says what went wrong. */
export function useProgrammeChange(onChanged: () => void) {
  const api = useApi(adoptionMetricsApiRef);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const change = async (act: () => Promise<unknown>) => {
    setPending(true);
    setError(undefined);
    try {
      await act();
      onChanged();
    } catch (thrown) {
      setError(toError(thrown));
    }
    setPending(false);
  };
  return {
    set: (request: ProgrammeRequest) => change(() => api.setProgramme(request)),
    end: () => change(() => api.endProgramme()),
    pending,
    error,
  };
}
