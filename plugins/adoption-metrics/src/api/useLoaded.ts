import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isForbidden } from './failure';
import { useVisibleInterval } from './useVisibleInterval';

/** A value that is loaded from the server. */
export interface Loaded<T> {
  /** The last value; kept while a newer one is being loaded. */
  value?: T;
  /** Why the last attempt failed. */
  error?: Error;
  loading: boolean;
  reload: () => void;
}

/**
 * Loads a value when the component is mounted, and again when `load` changes.
 * Aborts requests that are no longer needed.
 *
 * @param load - must be stable between renders; gets whether this is the first
 * load rather than a refresh
 * @param refreshEvery - milliseconds between refreshes while the page is
 * visible
 */
export function useLoaded<T>(
  load: (signal: AbortSignal, isFirst: boolean) => Promise<T>,
  refreshEvery?: number,
): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);
  const lastAttempt = useRef(attempt);
  const reload = useCallback(() => setAttempt(count => count + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const settle = (outcome: { value?: T; error?: Error }) => {
      if (controller.signal.aborted) {
        return;
      }
      // A user who has lost access must not keep seeing the last value.
      setState(({ value }) => ({
        value: isForbidden(outcome.error) ? undefined : value,
        ...outcome,
        loading: false,
      }));
    };
    setState(previous => ({ ...previous, loading: true }));
    const isFirst = lastAttempt.current === attempt;
    lastAttempt.current = attempt;
    load(controller.signal, isFirst).then(
      value => settle({ value }),
      error => settle({ error: toError(error) }),
    );
    return () => controller.abort();
  }, [load, attempt]);

  useVisibleInterval(reload, refreshEvery);
  return { ...state, reload };
}
