import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { collectorApiRef } from './CollectorApi';

/** Has the page loads measured as long as the app shows it. */
export function PageLoadMeasurement() {
  const collector = useApi(collectorApiRef);
  useEffect(() => collector.measurePageLoads(), [collector]);
  return null;
}
