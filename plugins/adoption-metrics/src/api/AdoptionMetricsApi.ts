import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import { RestClient } from 'backstage-plugin-adoption-metrics-common';

/**
 * A typed client for the REST API of the backend. Routes are named by their
 * keys, such as `GET /scorecard`. Failed requests reject with a
 * `ResponseError`, with status 403 if the user has no permission.
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

/** Creates a client with the credentials of the signed-in user. */
export function createClient(fetchApi: FetchApi): AdoptionMetricsApi {
  return new RestClient({
    fetcher: fetchApi,
    baseUrl: 'plugin://adoption-metrics/v1',
  });
}
