import { toError } from '@backstage/errors';
import { useApi, useApiHolder } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { collectorApiRef } from '../../collector/CollectorApi';

/** Stores whether the person is counted, and informs this browser at once. */
export function useMyChoice(onStored: () => void) {
  const api = useApi(adoptionMetricsApiRef);
  const apis = useApiHolder();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const choose = async (optedOut: boolean) => {
    setPending(true);
    setError(undefined);
    try {
      await api.request('PUT /me', { body: { optedOut } });
      // An app may have switched the collector off.
      apis.get(collectorApiRef)?.setOptedOut(optedOut);
      onStored();
    } catch (thrown) {
      setError(toError(thrown));
    }
    setPending(false);
  };
  return { choose, pending, error };
}
