import { mockApis } from '@backstage/frontend-test-utils';
import { AdoptionMetricsClient } from './AdoptionMetricsClient';
import { isForbidden } from './isForbidden';

function clientAnswering(answer: () => Response) {
  const fetch = jest.fn(async (_url: unknown, _init?: RequestInit) => answer());
  const discoveryApi = mockApis.discovery({ baseUrl: 'http://portal' });
  const fetchApi = mockApis.fetch({
    baseImplementation: fetch as typeof globalThis.fetch,
    resolvePluginProtocol: { discoveryApi },
    injectIdentityAuth: { token: 'credentials-of-ada' },
  });
  return { client: new AdoptionMetricsClient({ fetchApi }), fetch };
}

function requestOf(fetch: jest.Mock): Request {
  const [input, init] = fetch.mock.calls[0];
  return new Request(input, init);
}

const base = 'http://portal/api/adoption-metrics/v1';

describe('AdoptionMetricsClient', () => {
  it.each<[string, (client: AdoptionMetricsClient) => Promise<unknown>]>([
    ['/scorecard', client => client.getScorecard()],
    ['/definitions', client => client.getDefinitions()],
    ['/diagnostics', client => client.getDiagnostics()],
    ['/metrics/page-load', client => client.getMetric('page-load')],
    [
      '/metrics/uptime/series?format=json',
      client => client.getSeries({ metric: 'uptime' }),
    ],
    [
      '/metrics/uptime/series?from=2026-01-01&to=2026-02-01&granularity=week&format=json',
      client =>
        client.getSeries({
          metric: 'uptime',
          from: '2026-01-01',
          to: '2026-02-01',
          granularity: 'week',
        }),
    ],
    [
      '/activity/teams?format=json',
      client => client.getReport('activity/teams'),
    ],
    [
      '/activity/series?measure=weekly&team=group%3Adefault%2Fa&format=json',
      client =>
        client.getReport('activity/series', {
          measure: 'weekly',
          team: 'group:default/a',
          plugin: undefined,
        }),
    ],
    [
      '/page-load/routes?kind=route&limit=20&format=json',
      client =>
        client.getReport('page-load/routes', { kind: 'route', limit: 20 }),
    ],
    ['/me', client => client.getMyData()],
    ['/deadline', client => client.getDeadline()],
    ['/alerts', client => client.getAlerts()],
    ['/deadline/log', client => client.getDeadlineLog()],
    ['/developers', client => client.getDevelopers()],
    ['/developers?names=true', client => client.getDevelopers({ names: true })],
  ])('reads %s with the credentials of the person', async (path, read) => {
    const { client, fetch } = clientAnswering(() => Response.json({ a: 1 }));

    await expect(read(client)).resolves.toEqual({ a: 1 });

    const request = requestOf(fetch);
    expect(request.url).toBe(`${base}${path}`);
    expect(request.headers.get('authorization')).toBe(
      'Bearer credentials-of-ada',
    );
  });

  it('reads a series as comma separated values', async () => {
    const { client, fetch } = clientAnswering(
      () => new Response('from,value\n2026-11-22,0.09'),
    );

    const blob = await client.getSeriesCsv({ metric: 'active-users' });

    expect(await blob.text()).toBe('from,value\n2026-11-22,0.09');
    expect(requestOf(fetch).url).toBe(
      `${base}/metrics/active-users/series?format=csv`,
    );
  });

  it('reads a report as comma separated values', async () => {
    const { client, fetch } = clientAnswering(
      () => new Response('team,active'),
    );

    const blob = await client.getReportCsv('activity/teams', {
      to: '2026-11-23',
    });

    expect(await blob.text()).toBe('team,active');
    expect(requestOf(fetch).url).toBe(
      `${base}/activity/teams?to=2026-11-23&format=csv`,
    );
  });

  it('sets and ends the deadline', async () => {
    const { client, fetch } = clientAnswering(() => Response.json({ a: 1 }));

    await client.setDeadline({ start: '2026-07-27', goal: 0.25 });
    await client.endDeadline();

    const [set, end] = fetch.mock.calls.map(
      ([input, init]) => new Request(input as string, init),
    );
    expect([set.method, set.url]).toEqual(['PUT', `${base}/deadline`]);
    expect(await set.json()).toEqual({ start: '2026-07-27', goal: 0.25 });
    expect([end.method, end.url]).toEqual(['DELETE', `${base}/deadline`]);
  });

  it('sets the choice of the person, whatever the answer holds', async () => {
    const { client, fetch } = clientAnswering(
      () => new Response(null, { status: 204 }),
    );

    await client.setMyChoice({ optedOut: true });

    const request = requestOf(fetch);
    expect(request.method).toBe('PUT');
    expect(request.url).toBe(`${base}/me`);
    expect(request.headers.get('content-type')).toBe('application/json');
    expect(await request.json()).toEqual({ optedOut: true });
  });

  it.each<
    [string, (client: AdoptionMetricsClient) => Promise<unknown>, object]
  >([
    [
      '/people/forget',
      client => client.forgetPerson({ entityRef: 'user:a/b', stop: true }),
      { entityRef: 'user:a/b', stop: true },
    ],
    [
      '/people/merge',
      client =>
        client.mergePeople({
          merges: [{ from: 'user:a/b', into: 'user:a/c' }],
        }),
      { merges: [{ from: 'user:a/b', into: 'user:a/c' }] },
    ],
  ])('posts to %s and reads the outcome', async (path, send, body) => {
    const { client, fetch } = clientAnswering(() => Response.json({ done: 1 }));

    await expect(send(client)).resolves.toEqual({ done: 1 });

    const request = requestOf(fetch);
    expect(request.method).toBe('POST');
    expect(request.url).toBe(`${base}${path}`);
    expect(await request.json()).toEqual(body);
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

    const error = await client.getScorecard().catch(thrown => thrown);

    expect(isForbidden(error)).toBe(true);
    expect(error.cause.message).toBe('not for you');
  });

  it('does not take other failures for a missing permission', async () => {
    const { client } = clientAnswering(() => new Response('', { status: 503 }));

    const error = await client.getDefinitions().catch(thrown => thrown);

    expect(error.statusCode).toBe(503);
    expect(isForbidden(error)).toBe(false);
    expect(isForbidden(undefined)).toBe(false);
    expect(isForbidden(new Error('offline'))).toBe(false);
  });

  it('passes the signal on, so that a request can be ended', async () => {
    const { client, fetch } = clientAnswering(() => Response.json({}));
    const controller = new AbortController();

    await client.getScorecard({ signal: controller.signal });
    const { signal } = requestOf(fetch);
    expect(signal.aborted).toBe(false);
    controller.abort();

    expect(signal.aborted).toBe(true);
  });
});
