import { AnalyticsEvent, createApiRef } from '@backstage/frontend-plugin-api';

/** Reports to the backend how this browser uses the portal. */
export interface CollectorApi {
  /** Takes what the app's analytics hear. */
  captureEvent(event: AnalyticsEvent): void;
  /** Begins to measure page loads; further calls do nothing. */
  measurePageLoads(): void;
}

export const collectorApiRef = createApiRef<CollectorApi>().with({
  id: 'plugin.adoption-metrics.collector',
  pluginId: 'adoption-metrics',
});
