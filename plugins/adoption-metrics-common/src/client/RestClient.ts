import { ResponseError } from '@backstage/errors';
import type {
  AnswerOf,
  BodyOf,
  CsvRouteKey,
  ParamsOf,
  QueryOf,
  RouteKey,
} from '../contract/types';
import { FOREGROUND_HEADER } from '../vocabulary/events';

/** Something with a `fetch`: Backstage's FetchApi, or an object around any. @public */
export interface Fetcher {
  fetch(
    url: string,
    init?: {
      method?: string;
      headers?: Record<string, string>;
      body?: string;
      signal?: AbortSignal;
    },
  ): Promise<Response>;
}

/** A part of a request, which may be left out where all of it may. @public */
export type PartOf<Name extends string, Value> = {} extends Value
  ? { [N in Name]?: Value }
  : { [N in Name]: Value };

/** What may be sent along with a request to a route. @public */
export type RequestOf<K extends RouteKey> = PartOf<'params', ParamsOf<K>> &
  PartOf<'query', QueryOf<K>> &
  PartOf<'body', BodyOf<K>> & {
    signal?: AbortSignal;
    /** Whether a person has just opened this; scripts leave it out. */
    foreground?: boolean;
  };

/** The request, which may be left out where nothing has to be sent. @public */
export type RequestArguments<K extends RouteKey> = {} extends RequestOf<K>
  ? [request?: RequestOf<K>]
  : [request: RequestOf<K>];

/** A request, once its types have done their work. */
interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
  foreground?: boolean;
}

/**
 * Talks to the REST API. The keys of routes are all that it knows of them, so
 * that it carries no schemas. Whatever is not a success rejects with a
 * `ResponseError` of `@backstage/errors`, and so does a web page, which
 * something else answered with.
 *
 * @example
 * In a script:
 * ```ts
 * const client = new RestClient({
 *   fetcher: { fetch: (url, init) => fetch(url, withToken(init)) },
 *   baseUrl: 'https://portal.example.com/api/adoption-metrics/v1',
 * });
 * const { met } = await client.request('GET /scorecard');
 * ```
 *
 * @public
 */
export class RestClient {
  readonly #fetcher: Fetcher;
  readonly #baseUrl: string;

  /** @param options - `baseUrl` ends with `/v1`, and may be a `plugin://` one */
  constructor(options: { fetcher: Fetcher; baseUrl: string }) {
    this.#fetcher = options.fetcher;
    this.#baseUrl = options.baseUrl;
  }

  /** The answer of a route. */
  async request<K extends RouteKey>(
    key: K,
    ...[request]: RequestArguments<K>
  ): Promise<AnswerOf<K>> {
    const response = await this.#send(key, request as AnyRequest);
    return (await response.json()) as AnswerOf<K>;
  }

  /** The answer of a route as a table, RFC 4180. */
  async csv<K extends CsvRouteKey>(
    key: K,
    ...[request]: RequestArguments<K>
  ): Promise<Blob> {
    const given = (request ?? {}) as AnyRequest;
    const query = { ...given.query, format: 'csv' };
    const { params, signal } = given;
    const response = await this.#send(key, { params, query, signal });
    return response.blob();
  }

  async #send(key: RouteKey, request: AnyRequest = {}): Promise<Response> {
    const { params, query, body, signal, foreground } = request;
    const [method, path] = key.split(' ');
    const url = `${this.#baseUrl}${fill(path, params)}${write(query)}`;
    const headers = {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(foreground && { [FOREGROUND_HEADER]: 'true' }),
    };
    const response = await this.#fetcher.fetch(url, {
      method,
      signal,
      ...(Object.keys(headers).length > 0 && { headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok || isPage(response)) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** The API answers with no page, but proxies and an app's own server do. */
function isPage({ headers }: Response): boolean {
  return /^text\/html\b/i.test(headers.get('Content-Type') ?? '');
}

function fill(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_all, name) =>
    encodeURIComponent(String(params[name])),
  );
}

function write(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined,
  );
  const search = new URLSearchParams(
    given.map(([name, value]) => [name, String(value)]),
  );
  return given.length > 0 ? `?${search}` : '';
}
