import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AnswerOf,
  RequestArguments,
  RequestOf,
  RouteKey,
} from 'backstage-plugin-adoption-metrics-common';
import { useCallback } from 'react';
import { adoptionMetricsApiRef } from './AdoptionMetricsApi';
import { useLoaded, type Loaded } from './useLoaded';

/** A route that only reads. */
export type ReadKey = Extract<RouteKey, `GET ${string}`>;

/** What may be asked of a route, how it is asked apart. */
export type Asked<K extends RouteKey> = Omit<
  RequestOf<K>,
  'signal' | 'foreground'
>;

/** The arguments of the client's methods, put together. */
export function withSignal<K extends RouteKey>(
  asked: Asked<K>,
  signal?: AbortSignal,
  foreground?: boolean,
): RequestArguments<K> {
  // A conditional type over a route that is not known yet stays unresolved.
  return [{ ...asked, signal, foreground }] as unknown as RequestArguments<K>;
}

/** Whether a person is looking, as far as the browser knows. */
function isForeground(): boolean {
  return document.visibilityState === 'visible' && !navigator.webdriver;
}

/**
 * Loads the answer of a route, and again when something else is asked for.
 *
 * @param refreshEvery - milliseconds between refreshes while visible
 */
export function useAnswer<K extends ReadKey>(
  key: K,
  asked?: Asked<K>,
  refreshEvery?: number,
): Loaded<AnswerOf<K>> {
  const api = useApi(adoptionMetricsApiRef);
  // The same request in another object is no reason to load again.
  const written = JSON.stringify(asked ?? {});
  const load = useCallback(
    (signal: AbortSignal, isFirst: boolean) =>
      api.request(
        key,
        ...withSignal<K>(
          JSON.parse(written),
          signal,
          isFirst && isForeground(),
        ),
      ),
    [api, key, written],
  );
  return useLoaded(load, refreshEvery);
}
