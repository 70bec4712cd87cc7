import { AnalyticsEvent, createApiRef } from '@backstage/frontend-plugin-api';

/** Reports to the backend how this browser uses the portal. */
export interface CollectorApi {
  /** Takes what the app's analytics hear. */
  captureEvent(event: AnalyticsEvent): void;
  /** Begins to measure page loads; further calls do nothing. */
  measurePageLoads(): void;
  /**
   * Applies at once, in this browser, what the signed-in person chose: after
   * `true` nothing more is reported of them, and what was not sent yet is
   * forgotten; `false` resumes. The backend has to be asked separately.
   */
  setOptedOut(optedOut: boolean): void;
}

export const collectorApiRef = createApiRef<CollectorApi>().with({
  id: 'plugin.adoption-metrics.collector',
  pluginId: 'adoption-metrics',
});
