import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { createDelivery } from './delivery';
import type { Holdings } from './delivery/holdings';
import type { InstalledPlugin } from './installed/installedPlugins';
import { reportInstalled } from './installed/reportInstalled';
import { measurePageLoads } from './pageLoad';
import type { ObservationLog } from './pageLoad/ObservationLog';
import type { PageFinder } from './pages';

interface EngineOptions {
  page: Window;
  log: ObservationLog;
  basePath: string;
  holdings: Holdings;
  fetchApi: FetchApi;
  pageAt: PageFinder;
  /** The plugins of the app; none where it does not say. */
  installedPlugins(): InstalledPlugin[];
}

/** The part of the collector that is loaded once the page is idle. */
export interface Engine {
  /** Sends an event to the backend, sooner or later. */
  record(event: CollectedEvent): void;
  /** Begins to measure page loads; further calls do nothing. */
  measurePageLoads(): void;
  /** Stops or resumes what is reported of the signed-in person. */
  setOptedOut(optedOut: boolean): void;
}

export function startEngine(options: EngineOptions): Engine {
  const delivery = createDelivery(options);
  const record = (event: CollectedEvent) => delivery.add(event);
  reportInstalled({ ...options, record, now: () => Date.now() }).catch(() => {
    // Nobody signed in, so there is nobody to report for.
  });
  let isMeasuring = false;
  return {
    record,
    setOptedOut: optedOut => delivery.setOptedOut(optedOut),
    measurePageLoads() {
      if (!isMeasuring) {
        isMeasuring = true;
        measurePageLoads({ ...options, record });
      }
    },
  };
}
