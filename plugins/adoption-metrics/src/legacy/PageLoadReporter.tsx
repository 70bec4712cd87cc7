import { analyticsApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import { PageLoadMeasurement } from '../collector/PageLoadMeasurement';
import { isReporting } from './analytics';

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
  return <PageLoadMeasurement />;
}
