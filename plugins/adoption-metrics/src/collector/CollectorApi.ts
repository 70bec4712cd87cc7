import { AnalyticsEvent, createApiRef } from '@backstage/frontend-plugin-api';

/** Reports use of the portal to the backend. */
export interface CollectorApi {
  /** Handles an event of the app's analytics. */
  captureEvent(event: AnalyticsEvent): void;
  /** Starts measuring page loads. Further calls have no effect. */
  measurePageLoads(): void;
  /**
   * Applies the user's choice immediately in this browser: `true` stops
   * reporting and discards pending events; `false` resumes. Does not inform the
   * backend.
   */
  setOptedOut(optedOut: boolean): void;
}

export const collectorApiRef = createApiRef<CollectorApi>().with({
  id: 'plugin.adoption-metrics.collector',
  pluginId: 'adoption-metrics',
});
