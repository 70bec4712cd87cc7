import type {
  AppTreeApi,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { createDelivery } from './delivery';
import { measurePageLoads } from './pageLoad';
import type { ObservationLog } from './pageLoad/ObservationLog';

export interface EngineOptions {
  page: Window;
  log: ObservationLog;
  basePath: string;
  identityApi: IdentityApi;
  fetchApi: FetchApi;
  appTreeApi: AppTreeApi;
}

/** The part of the collector that is loaded once the page is idle. */
export interface Engine {
  /** Sends an event to the backend, sooner or later. */
  record(event: CollectedEvent): void;
  /** Begins to measure page loads; further calls do nothing. */
  measurePageLoads(): void;
}

export function startEngine(options: EngineOptions): Engine {
  const delivery = createDelivery(options);
  const record = (event: CollectedEvent) => delivery.add(event);
  let isMeasuring = false;
  return {
    record,
    measurePageLoads() {
      if (!isMeasuring) {
        isMeasuring = true;
        measurePageLoads({ ...options, record });
      }
    },
  };
}
