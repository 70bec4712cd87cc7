import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import { RestClient } from 'backstage-plugin-adoption-metrics-common';

/**
 * Talks to the REST API of the backend: a route by its key, such as
 * `GET /scorecard`, with what its row of the contract takes and answers. A
 * request rejects with a `ResponseError` when the server refuses, with status
 * 403 when the signed-in person may not.
 *
 * @public
 */
export type AdoptionMetricsApi = Pick<RestClient, 'request' | 'csv'>;

/**
 * Refers to the {@link AdoptionMetricsApi} of the app.
 *
 * @public
 */
export const adoptionMetricsApiRef = createApiRef<AdoptionMetricsApi>().with({
  id: 'plugin.adoption-metrics.client',
  pluginId: 'adoption-metrics',
});

/** The client with the credentials of the signed-in person. */
export function createClient(fetchApi: FetchApi): AdoptionMetricsApi {
  return new RestClient({
    fetcher: fetchApi,
    baseUrl: 'plugin://adoption-metrics/v1',
  });
}
