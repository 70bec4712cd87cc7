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

/** An object with a `fetch` method, such as Backstage's FetchApi. @public */
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

/** A part of a request, optional if all of its fields are. @public */
export type PartOf<Name extends string, Value> = {} extends Value
  ? { [N in Name]?: Value }
  : { [N in Name]: Value };

/** The parts of a request to a route. @public */
export type RequestOf<K extends RouteKey> = PartOf<'params', ParamsOf<K>> &
  PartOf<'query', QueryOf<K>> &
  PartOf<'body', BodyOf<K>> & {
    signal?: AbortSignal;
    /** Whether a user has just opened this. Omit it in scripts. */
    foreground?: boolean;
  };

/** The request to a route, optional if all of its parts are. @public */
export type RequestArguments<K extends RouteKey> = {} extends RequestOf<K>
  ? [request?: RequestOf<K>]
  : [request: RequestOf<K>];

/** A request to any route, without its specific types. */
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

  /**
   * @param options - `baseUrl` ends with `/v1`; `plugin://` URLs are supported
   */
  constructor(options: { fetcher: Fetcher; baseUrl: string }) {
    this.#fetcher = options.fetcher;
    this.#baseUrl = options.baseUrl;
  }

  /** Calls a route, and returns its response. */
  async request<K extends RouteKey>(
    key: K,
    ...[request]: RequestArguments<K>
  ): Promise<AnswerOf<K>> {
    const response = await this.#send(key, request as AnyRequest);
    return (await response.json()) as AnswerOf<K>;
  }

  /** Calls a route, and returns its response as CSV (RFC 4180). */
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

/** Proxies and app servers may respond with a web page; the API never does. */
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
