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

/** The parameters of a route. */
export type Asked<K extends RouteKey> = Omit<
  RequestOf<K>,
  'signal' | 'foreground'
>;

/** Combines the arguments of the client's methods. */
export function withSignal<K extends RouteKey>(
  asked: Asked<K>,
  signal?: AbortSignal,
  foreground?: boolean,
): RequestArguments<K> {
  // TypeScript does not resolve a conditional type for an unknown route.
  return [{ ...asked, signal, foreground }] as unknown as RequestArguments<K>;
}

/** Whether a person can see the page; automated browsers do not count. */
function isForeground(): boolean {
  return document.visibilityState === 'visible' && !navigator.webdriver;
}

/**
 * Loads the response of a route, and reloads it when the parameters change.
 *
 * @param refreshEvery - milliseconds between refreshes while the page is
 * visible
 */
export function useAnswer<K extends ReadKey>(
  key: K,
  asked?: Asked<K>,
  refreshEvery?: number,
): Loaded<AnswerOf<K>> {
  const api = useApi(adoptionMetricsApiRef);
  // An equal object must not cause a reload.
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
