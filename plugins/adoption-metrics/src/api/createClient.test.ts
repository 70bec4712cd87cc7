import { mockApis } from '@backstage/frontend-test-utils';
import { createClient } from './AdoptionMetricsApi';
import { isForbidden } from './failure';

function clientAnswering(answer: () => Response) {
  const fetch = jest.fn(async (_url: unknown, _init?: RequestInit) => answer());
  const discoveryApi = mockApis.discovery({ baseUrl: 'http://portal' });
  const fetchApi = mockApis.fetch({
    baseImplementation: fetch as typeof globalThis.fetch,
    resolvePluginProtocol: { discoveryApi },
    injectIdentityAuth: { token: 'credentials-of-ada' },
  });
  return { client: createClient(fetchApi), fetch };
}

function requestOf(fetch: jest.Mock): Request {
  const [input, init] = fetch.mock.calls[0];
  return new Request(input, init);
}

const base = 'http://portal/api/adoption-metrics/v1';

describe('createClient', () => {
  it('reads from the backend plugin with the credentials of the person', async () => {
    const { client, fetch } = clientAnswering(() => Response.json({ a: 1 }));

    await expect(
      client.request('GET /metrics/{id}/series', {
        params: { id: 'uptime' },
        query: { from: '2026-01-01', granularity: 'week' },
      }),
    ).resolves.toEqual({ a: 1 });

    const request = requestOf(fetch);
    expect(request.url).toBe(
      `${base}/metrics/uptime/series?from=2026-01-01&granularity=week`,
    );
    expect(request.headers.get('authorization')).toBe(
      'Bearer credentials-of-ada',
    );
  });

  it('reads a report as comma separated values', async () => {
    const { client, fetch } = clientAnswering(() => new Response('kind,loads'));

    const blob = await client.csv('GET /page-load/kinds', {
      query: { to: '2026-11-23' },
    });

    expect(await blob.text()).toBe('kind,loads');
    expect(requestOf(fetch).url).toBe(
      `${base}/page-load/kinds?to=2026-11-23&format=csv`,
    );
  });

  it('sends what is to be changed', async () => {
    const { client, fetch } = clientAnswering(() => Response.json({}));

    await client.request('PUT /me', { body: { optedOut: true } });

    const request = requestOf(fetch);
    expect([request.method, request.url]).toEqual(['PUT', `${base}/me`]);
    expect(request.headers.get('content-type')).toBe('application/json');
    expect(await request.json()).toEqual({ optedOut: true });
  });

  it('rejects with what the server said', async () => {
    const { client } = clientAnswering(() =>
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'not for you' },
          response: { statusCode: 403 },
        },
        { status: 403, statusText: 'Forbidden' },
      ),
    );

    const error = await client
      .request('GET /scorecard')
      .catch(thrown => thrown);

    expect(isForbidden(error)).toBe(true);
    expect(error.cause.message).toBe('not for you');
  });

  it('does not take other failures for a missing permission', async () => {
    const { client } = clientAnswering(() => new Response('', { status: 503 }));

    const error = await client
      .request('GET /definitions')
      .catch(thrown => thrown);

    expect(error.statusCode).toBe(503);
    expect(isForbidden(error)).toBe(false);
    expect(isForbidden(undefined)).toBe(false);
    expect(isForbidden(new Error('offline'))).toBe(false);
  });

  it('passes the signal on, so that a request can be ended', async () => {
    const { client, fetch } = clientAnswering(() => Response.json({}));
    const controller = new AbortController();

    await client.request('GET /scorecard', { signal: controller.signal });
    const { signal } = requestOf(fetch);
    expect(signal.aborted).toBe(false);
    controller.abort();

    expect(signal.aborted).toBe(true);
  });
});
