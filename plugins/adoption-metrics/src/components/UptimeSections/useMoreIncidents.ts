import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';

export const incidentsOnPage = 20;

export interface MoreIncidents {
  incidents: UptimeIncidents['incidents'];
  hasMore: boolean;
  loading: boolean;
  error?: Error;
  showMore: () => Promise<void>;
}

/** Adds page after page to the first. */
export function useMoreIncidents(first: UptimeIncidents): MoreIncidents {
  const api = useApi(adoptionMetricsApiRef);
  const [pages, setPages] = useState([first]);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<Error>();
  const cursor = pages[pages.length - 1].nextCursor;
  const showMore = async () => {
    setLoading(true);
    setError(undefined);
    try {
      const page = await api.getReport('uptime/incidents', {
        limit: incidentsOnPage,
        cursor: cursor ?? undefined,
      });
      setPages([...pages, page]);
    } catch (thrown) {
      setError(toError(thrown));
    }
    setLoading(false);
  };
  return {
    incidents: pages.flatMap(({ incidents }) => incidents),
    hasMore: cursor !== null,
    loading,
    error,
    showMore,
  };
}
