import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isForbidden } from './failure';
import { useVisibleInterval } from './useVisibleInterval';

/** A value on its way from the server, with what went wrong last. */
export interface Loaded<T> {
  /** The last value that arrived; kept while a newer one is loading. */
  value?: T;
  /** Why the last attempt failed. */
  error?: Error;
  loading: boolean;
  reload: () => void;
}

/**
 * Loads a value when the component appears, and again when `load` changes.
 * A request that is no longer wanted is aborted.
 *
 * @param load - has to keep its identity between renders; is told whether this
 * is the first time, and not a refresh
 * @param refreshEvery - milliseconds between refreshes while visible
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
      // Who has lost the permission must not keep the last answer in view.
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
