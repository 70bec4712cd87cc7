import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { collectorApiRef } from './CollectorApi';

/** Measures page loads while it is rendered. */
export function PageLoadMeasurement() {
  const collector = useApi(collectorApiRef);
  useEffect(() => collector.measurePageLoads(), [collector]);
  return null;
}
