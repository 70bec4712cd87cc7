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
  /** The installed plugins; empty if unknown. */
  installedPlugins(): InstalledPlugin[];
}

/** The part of the collector that is loaded when the page is idle. */
export interface Engine {
  /** Queues an event to be sent. */
  record(event: CollectedEvent): void;
  /** Starts measuring page loads. Further calls have no effect. */
  measurePageLoads(): void;
  /** Stops or resumes reporting for the signed-in user. */
  setOptedOut(optedOut: boolean): void;
}

export function startEngine(options: EngineOptions): Engine {
  const delivery = createDelivery(options);
  const record = (event: CollectedEvent) => delivery.add(event);
  reportInstalled({ ...options, record, now: () => Date.now() }).catch(() => {
    // Nobody is signed in, so there is nothing to report.
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
