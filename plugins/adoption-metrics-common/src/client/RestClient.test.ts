import { RestClient } from './RestClient';

const baseUrl = 'plugin://adoption-metrics/v1';

function setUp(answer: Response = Response.json({})) {
  const fetch = jest.fn(async (_url: string, _init?: object) => answer.clone());
  const client = new RestClient({ fetcher: { fetch }, baseUrl });
  return { client, fetch };
}

describe('RestClient', () => {
  it('asks for what its key says', async () => {
    const { client, fetch } = setUp(Response.json({ met: 3 }));
    expect(await client.request('GET /scorecard')).toEqual({ met: 3 });
    expect(fetch).toHaveBeenCalledWith(`${baseUrl}/scorecard`, {
      method: 'GET',
      signal: undefined,
    });
  });

  it('fills paths, and writes what of a query is given', async () => {
    const { client, fetch } = setUp();
    const { signal } = new AbortController();
    await client.request('GET /metrics/{id}/series', {
      params: { id: 'page-load' },
      query: { from: undefined, to: '2026-03-01', granularity: 'week' },
      signal,
    });
    expect(fetch).toHaveBeenCalledWith(
      `${baseUrl}/metrics/page-load/series?to=2026-03-01&granularity=week`,
      { method: 'GET', signal },
    );
  });

  it('writes numbers, truth and what needs to be escaped', async () => {
    const { client, fetch } = setUp();
    await client.request('GET /catalog/stale-entities', {
      query: { limit: 5, owner: 'group:default/a&b' },
    });
    await client.csv('GET /developers', { query: { names: true } });
    expect(fetch.mock.calls.map(([url]) => url.slice(baseUrl.length))).toEqual([
      '/catalog/stale-entities?limit=5&owner=group%3Adefault%2Fa%26b',
      '/developers?names=true&format=csv',
    ]);
  });

  it('sends bodies as JSON', async () => {
    const { client, fetch } = setUp();
    await client.request('PUT /me', { body: { optedOut: true } });
    expect(fetch).toHaveBeenCalledWith(`${baseUrl}/me`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"optedOut":true}',
      signal: undefined,
    });
  });

  it('takes no web page for an answer', async () => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    const { client } = setUp(new Response('<!doctype html>', { headers }));
    for (const answer of [
      client.request('GET /page-load/kinds'),
      client.csv('GET /page-load/kinds'),
    ]) {
      await expect(answer).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: 200,
      });
    }
  });

  it('gives tables as they are', async () => {
    const { client } = setUp(new Response('from,to\r\n'));
    const table = await client.csv('GET /page-load/kinds');
    expect(await table.text()).toBe('from,to\r\n');
  });

  it('rejects with what the server says', async () => {
    const body = {
      error: { name: 'InputError', message: "'limit' is '0'" },
      response: { statusCode: 400 },
    };
    const { client } = setUp(Response.json(body, { status: 400 }));
    await expect(client.request('GET /alerts')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 400,
      body,
    });
  });

  it('knows at compile time what a route takes', () => {
    const { client } = setUp();
    const misuses = () => {
      // @ts-expect-error no such route
      client.request('GET /metrics');
      // @ts-expect-error a path without its parameter
      client.request('GET /metrics/{id}');
      // @ts-expect-error a parameter that the route does not know
      client.request('GET /activity/teams', { query: { from: '2026-01-01' } });
      // @ts-expect-error a choice that is none
      client.request('GET /digest', { query: { period: 'day' } });
      // @ts-expect-error an act without its body
      client.request('PUT /me');
      // @ts-expect-error a route without a table
      client.csv('GET /scorecard');
    };
    expect(misuses).toBeInstanceOf(Function);
  });
});
