import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  AlertList,
  AlertMuteRequest,
  Definitions,
  DeveloperPreview,
  Diagnostics,
  MetricDetail,
  AcknowledgementRequest,
  AlertAcknowledgement,
  Annotation,
  AnnotationRequest,
  EntityVerification,
  ForgetOutcome,
  ForgetRequest,
  MergeOutcome,
  MergeRequest,
  MetricId,
  MyChoice,
  MyData,
  DeadlineLog,
  DeadlineReport,
  DeadlineRequest,
  Scorecard,
  Series,
  VerificationRequest,
} from 'backstage-plugin-adoption-metrics-common';
import type {
  AdoptionMetricsApi,
  DevelopersRequest,
  RequestOptions,
  SeriesRequest,
} from './AdoptionMetricsApi';
import type {
  CsvReportName,
  Report,
  ReportName,
  ReportParameters,
} from './Reports';

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

  getMetric(id: MetricId, options?: RequestOptions): Promise<MetricDetail> {
    return this.#getJson(`/metrics/${id}`, options);
  }

  getSeries(request: SeriesRequest, options?: RequestOptions): Promise<Series> {
    return this.#getJson(seriesPath(request, 'json'), options);
  }

  getSeriesCsv(
    request: SeriesRequest,
    options?: RequestOptions,
  ): Promise<Blob> {
    return this.#getBlob(seriesPath(request, 'csv'), options);
  }

  getReport<TName extends ReportName>(
    name: TName,
    parameters?: ReportParameters<TName>,
    options?: RequestOptions,
  ): Promise<Report<TName>> {
    const path = withQuery(`/${name}`, { ...parameters, format: 'json' });
    return this.#getJson(path, options);
  }

  getReportCsv<TName extends CsvReportName>(
    name: TName,
    parameters?: ReportParameters<TName>,
    options?: RequestOptions,
  ): Promise<Blob> {
    const path = withQuery(`/${name}`, { ...parameters, format: 'csv' });
    return this.#getBlob(path, options);
  }

  getDeadline(options?: RequestOptions): Promise<DeadlineReport> {
    return this.#getJson('/deadline', options);
  }

  getAlerts(options?: RequestOptions): Promise<AlertList> {
    return this.#getJson('/alerts', options);
  }

  getDeadlineLog(options?: RequestOptions): Promise<DeadlineLog> {
    return this.#getJson('/deadline/log', options);
  }

  async setDeadline(
    request: DeadlineRequest,
    options?: RequestOptions,
  ): Promise<DeadlineReport> {
    const message = { method: 'PUT', body: request };
    return (await this.#send('/deadline', message, options)).json();
  }

  async endDeadline(options?: RequestOptions): Promise<DeadlineReport> {
    const init = { method: 'DELETE', signal: options?.signal };
    return (await this.#fetch('/deadline', init)).json();
  }

  async addAnnotation(
    request: AnnotationRequest,
    options?: RequestOptions,
  ): Promise<Annotation> {
    const message = { method: 'POST', body: request };
    return (await this.#send('/annotations', message, options)).json();
  }

  async removeAnnotation(id: number, options?: RequestOptions): Promise<void> {
    const init = { method: 'DELETE', signal: options?.signal };
    await this.#fetch(`/annotations?id=${id}`, init);
  }

  async acknowledgeAlert(
    request: AcknowledgementRequest,
    options?: RequestOptions,
  ): Promise<AlertAcknowledgement> {
    const message = { method: 'POST', body: request };
    const path = '/alerts/acknowledgements';
    return (await this.#send(path, message, options)).json();
  }

  async muteAlerts(
    request: AlertMuteRequest,
    options?: RequestOptions,
  ): Promise<AlertMuteRequest> {
    const message = { method: 'POST', body: request };
    return (await this.#send('/alerts/mutes', message, options)).json();
  }

  async verifyEntity(
    request: VerificationRequest,
    options?: RequestOptions,
  ): Promise<EntityVerification> {
    const message = { method: 'POST', body: request };
    const answer = this.#send('/catalog/verifications', message, options);
    return (await answer).json();
  }

  getDevelopers(
    request: DevelopersRequest = {},
    options?: RequestOptions,
  ): Promise<DeveloperPreview> {
    const query = request.names ? { names: true } : {};
    return this.#getJson(withQuery('/developers', query), options);
  }

  getMyData(options?: RequestOptions): Promise<MyData> {
    return this.#getJson('/me', options);
  }

  async setMyChoice(choice: MyChoice, options?: RequestOptions): Promise<void> {
    await this.#send('/me', { method: 'PUT', body: choice }, options);
  }

  async forgetPerson(
    request: ForgetRequest,
    options?: RequestOptions,
  ): Promise<ForgetOutcome> {
    const message = { method: 'POST', body: request };
    return (await this.#send('/people/forget', message, options)).json();
  }

  async mergePeople(
    request: MergeRequest,
    options?: RequestOptions,
  ): Promise<MergeOutcome> {
    const message = { method: 'POST', body: request };
    return (await this.#send('/people/merge', message, options)).json();
  }

  async #getJson<T>(path: string, options?: RequestOptions): Promise<T> {
    const response = await this.#fetch(path, { signal: options?.signal });
    return response.json();
  }

  async #getBlob(path: string, options?: RequestOptions): Promise<Blob> {
    const response = await this.#fetch(path, { signal: options?.signal });
    return response.blob();
  }

  #send(
    path: string,
    message: { method: string; body: unknown },
    options?: RequestOptions,
  ): Promise<Response> {
    return this.#fetch(path, {
      method: message.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message.body),
      signal: options?.signal,
    });
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function seriesPath(request: SeriesRequest, format: 'json' | 'csv'): string {
  const { metric, from, to, granularity } = request;
  const query = { from, to, granularity, format };
  return withQuery(`/metrics/${metric}/series`, query);
}

/** Leaves out what is not set, so that the server's defaults apply. */
function withQuery(path: string, parameters: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
