import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { peopleManagePermission } from 'backstage-plugin-adoption-metrics-common';
import request from 'supertest';
import { serveRoutes } from './__testUtils__/serveRoutes';
import { RouteContext, RouteHandlers } from './handlers';

const definitions = { timeZone: 'UTC', definitions: [] };
const preview = {
  computedAt: '2026-11-23T12:00:00.000Z',
  users: 0,
  developers: 0,
  optedOut: null,
  timeZone: 'UTC',
  headCount: null,
  exclusions: [],
  teams: [],
  withoutTeam: 0,
  guard: null,
};
const me = mockCredentials.user.header('user:default/Ada');

function serve(handlers: RouteHandlers) {
  return serveRoutes(handlers);
}

describe('createHttp', () => {
  it('notes who opened something in the foreground, and no script', async () => {
    const { get, readers } = serve({ 'GET /definitions': () => definitions });
    const header = 'X-Adoption-Metrics-Foreground';
    await get('/definitions', me);
    await get('/definitions', mockCredentials.service.header()).set(
      header,
      'true',
    );
    expect(readers.note).not.toHaveBeenCalled();
    await get('/definitions', me).set(header, 'true');
    expect(readers.note.mock.calls).toEqual([['user:default/Ada']]);
  });

  it('gives a handler what its row has read, with defaults', async () => {
    const seen = jest.fn();
    const { get } = serve({
      'GET /developers': {
        answer: ({ query, params, body, signature }) => {
          seen({ query, params, body, signature });
          return preview;
        },
        csv: () => 'users\r\n0\r\n',
      },
    });
    await get('/developers', me);
    await get('/developers?names=true', me);
    expect(seen.mock.calls.map(([{ query }]) => query)).toEqual([
      { names: false, format: 'json' },
      { names: true, format: 'json' },
    ]);
    expect(seen).toHaveBeenCalledWith(
      expect.objectContaining({ signature: 'user:default/ada', params: {} }),
    );
  });

  it.each([
    ['?format=csv', 'application/json', 'text/csv'],
    ['', 'text/csv', 'text/csv'],
    ['', '*/*', 'application/json'],
    ['?format=json', 'application/json', 'application/json'],
  ])('answers %s for %s as %s', async (query, accept, type) => {
    const { get } = serve({
      'GET /developers': { answer: () => preview, csv: () => 'users\r\n' },
    });
    const answer = await get(`/developers${query}`).set('Accept', accept);
    expect(answer.type).toBe(type);
    expect(answer.headers.vary).toMatch(/Accept/);
  });

  it('looks at who asks before it reads anything', async () => {
    const answer = jest.fn();
    const { get, post, allow } = serve({
      'GET /definitions': answer,
      'POST /people/forget': answer,
    });
    allow(AuthorizeResult.DENY);
    const refused = await get('/definitions?bogus=1');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/scorecard\.read/);
    const notJson = post('/people/forget', me).set('Content-Type', 'text/html');
    expect((await notJson.send('<p>')).status).toBe(403);
    expect(answer).not.toHaveBeenCalled();
  });

  it.each([
    [
      { entityRef: 'ada', stop: true },
      /field 'entityRef' is 'ada'; expected full refs of users/,
    ],
    [
      { entityRef: 'user:default/ada' },
      /field 'stop' is missing; expected true or false/,
    ],
    [
      { entityRef: 'user:default/ada', stop: true, why: 1 },
      /field 'why' is unknown; expected entityRef, stop/,
    ],
    [
      ['x'],
      /the body is a list of 1 entry; expected objects of 'entityRef', 'stop'/,
    ],
    [
      { entityRef: 'x'.repeat(801), stop: true },
      /field 'entityRef' is 'x{60}…' \(801 characters\); expected /,
    ],
  ])('refuses the body %j', async (body, message) => {
    const { post, auditor } = serve({ 'POST /people/forget': jest.fn() });
    const answer = await post('/people/forget').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });

  it('refuses a body of another type, and one that is no JSON', async () => {
    const { put } = serve({ 'PUT /me': jest.fn() });
    const form = await put('/me').type('form').send('optedOut=true');
    expect(form.status).toBe(400);
    expect(form.body.error.message).toMatch(/application\/json/);
    const broken = await put('/me').type('json').send('{"optedOut"');
    expect(broken.body.error.message).toBe('the body is not JSON');
    const none = await put('/me');
    expect(none.body.error.message).toMatch(
      /'optedOut' is missing|the body is/,
    );
  });

  it('records acts, and nothing of what was never tried', async () => {
    const { post, auditor, audit } = serve({
      'POST /people/forget': {
        auditMeta: ({ body }) => ({ stop: body.stop }),
        answer: context => {
          context.audit({ activeDays: 3 });
          return { forgotten: true, activeDays: 3, stopped: false };
        },
      },
    });
    const body = { entityRef: 'user:default/ada', stop: false };
    expect((await post('/people/forget').send(body)).status).toBe(200);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'people-forget',
      severityLevel: 'high',
      request: expect.anything(),
      meta: { stop: false },
    });
    expect(audit.success).toHaveBeenCalledWith({ meta: { activeDays: 3 } });
  });

  it('records acts that fail', async () => {
    const error = new ConflictError('the configuration sets it');
    const { delete: remove, audit } = serve({
      'DELETE /deadline': () => {
        throw error;
      },
    });
    expect((await remove('/deadline')).status).toBe(409);
    expect(audit.fail).toHaveBeenCalledWith({ error });
    expect(audit.success).not.toHaveBeenCalled();
  });

  it('answers 304 while only the moment has changed', async () => {
    let [moment, met] = [0, 3];
    const scorecard = () =>
      ({ computedAt: new Date(moment++).toISOString(), met } as never);
    const { get } = serve({ 'GET /scorecard': scorecard });
    const first = await get('/scorecard');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = () =>
      get('/scorecard').set('If-None-Match', first.headers.etag);
    expect((await again()).status).toBe(304);
    expect((await again()).text).toBe('');
    met = 4;
    expect((await again()).status).toBe(200);
  });

  it('knows neither other paths nor other methods', async () => {
    const { get, patch, options } = serve({});
    const unknown = await get('/metrics');
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toMatch(/'\/metrics' was not found/);
    const method = await patch('/metrics/uptime');
    expect(method.status).toBe(405);
    expect(method.headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(method.body).toMatchObject({
      error: {
        name: 'MethodNotAllowedError',
        message:
          "PATCH is not supported at '/metrics/uptime'; expected GET, HEAD, OPTIONS",
      },
      response: { statusCode: 405 },
    });
    expect((await options('/annotations')).headers.allow).toBe(
      'GET, HEAD, POST, DELETE, OPTIONS',
    );
  });

  it('lets a handler ask for more than its row', async () => {
    const answer = async ({
      may,
      demand,
    }: RouteContext<'GET /definitions'>) => {
      if (!(await may(peopleManagePermission))) {
        await demand(peopleManagePermission);
      }
      return definitions;
    };
    const { get } = serve({ 'GET /definitions': answer });
    expect((await get('/definitions')).status).toBe(200);
    const refused = await get('/definitions', me);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(
      /people\.manage.*adoptionMetrics\.administrators/,
    );
  });

  it('lets anyone ask for health, which may not be well', async () => {
    const health = { collecting: false };
    const { get } = serve({
      'GET /health': ({ setUnavailable }) => {
        setUnavailable();
        return health;
      },
    });
    const answer = await get('/health', mockCredentials.none.header());
    expect([answer.status, answer.body]).toEqual([503, health]);
  });

  it('serves the document, with a version and without', async () => {
    const { get, app } = serve({});
    expect((await get('/openapi.json')).body.openapi).toBe('3.1.0');
    expect((await request(app).get('/openapi.json')).status).toBe(200);
  });
});
