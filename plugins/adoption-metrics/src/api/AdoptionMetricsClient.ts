import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  Definitions,
  Diagnostics,
  FigureDetail,
  MetricId,
  Scorecard,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import type {
  AdoptionMetricsApi,
  RequestOptions,
  SeriesRequest,
} from './AdoptionMetricsApi';

const baseUrl = 'plugin://adoption-metrics/v1';

/**
 * Talks to the backend plugin with the credentials of the signed-in person.
 *
 * @public
 */
export class AdoptionMetricsClient implements AdoptionMetricsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  getScorecard(options?: RequestOptions): Promise<Scorecard> {
    return this.#getJson('/scorecard', options);
  }

  getDefinitions(options?: RequestOptions): Promise<Definitions> {
    return this.#getJson('/definitions', options);
  }

  getDiagnostics(options?: RequestOptions): Promise<Diagnostics> {
    return this.#getJson('/diagnostics', options);
  }

  getMetric(metric: MetricId, options?: RequestOptions): Promise<FigureDetail> {
    return this.#getJson(`/metrics/${metric}`, options);
  }

  getSeries(request: SeriesRequest, options?: RequestOptions): Promise<Series> {
    return this.#getJson(seriesPath(request, 'json'), options);
  }

  async getSeriesCsv(
    request: SeriesRequest,
    options?: RequestOptions,
  ): Promise<Blob> {
    const response = await this.#get(seriesPath(request, 'csv'), options);
    return response.blob();
  }

  async #getJson<T>(path: string, options?: RequestOptions): Promise<T> {
    const response = await this.#get(path, options);
    return response.json();
  }

  async #get(path: string, options?: RequestOptions): Promise<Response> {
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function seriesPath(request: SeriesRequest, format: 'json' | 'csv'): string {
  const { metric, from, to, granularity } = request;
  const query = new URLSearchParams({
    ...(from && { from }),
    ...(to && { to }),
    ...(granularity && { granularity }),
    format,
  });
  return `/metrics/${metric}/series?${query}`;
}
