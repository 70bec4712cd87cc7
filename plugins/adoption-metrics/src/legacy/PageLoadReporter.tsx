import {
  analyticsApiRef,
  useApi,
  useApp,
  type BackstagePlugin,
} from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import { collectorApiRef } from '../collector/CollectorApi';
import type { InstalledPlugin } from '../collector/installed/installedPlugins';
import { PageLoadMeasurement } from '../collector/PageLoadMeasurement';
import { isReporting } from './analytics';
import type { OldAppCollector } from './collector';

/** Measures page loads, and says so where nobody would be counted. */
export function PageLoadReporter() {
  const analytics = useApi(analyticsApiRef);
  useEffect(() => {
    if (!isReporting(analytics)) {
      // eslint-disable-next-line no-console
      console.warn(
        'Adoption metrics: page loads are measured, but nobody is counted as active. Add createAdoptionAnalyticsApiFactory() to packages/app/src/apis.ts.',
      );
    }
  }, [analytics]);
  useInstalledPlugins();
  return <PageLoadMeasurement />;
}

/** Has it reported which plugins the app knows of. */
function useInstalledPlugins(): void {
  const app = useApp();
  const collector = useApi(collectorApiRef) as Partial<OldAppCollector>;
  useEffect(() => {
    collector.noteInstalled?.(app.getPlugins().map(toInstalled));
  }, [app, collector]);
}

/** What such an app tells: a plugin with routes has pages, if they are mounted. */
function toInstalled(plugin: BackstagePlugin): InstalledPlugin {
  const hasPage = Object.keys(plugin.routes).length > 0;
  return { id: plugin.getId(), surface: hasPage ? 'page' : 'card' };
}
