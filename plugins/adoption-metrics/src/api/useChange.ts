import { toError } from '@backstage/errors';
import { useState } from 'react';

/** Runs changes, and keeps the state of the last one. */
export function useChange(onChanged: () => void) {
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
  return { change, pending, error };
}
