import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  RouteKey,
  routeKeys,
  rowOf,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { BackendProcess } from '../__testUtils__/BackendProcess';
import { DatabaseUnderTest } from '../__testUtils__/DatabaseUnderTest';
import { findFreePort } from '../__testUtils__/freePort';
import { SignIn } from '../__testUtils__/SignIn';

jest.setTimeout(180_000);

const tokens = {
  observer: 'an-observer-outside-with-this-token',
  amber: 'the-export-of-amber-with-this-token',
  cedar: 'the-export-of-cedar-with-this-token',
  // Of no portal, whatever else it may do.
  stranger: 'a-service-outside-with-this-token',
};

const permissions: Partial<Record<keyof typeof tokens, string>> = {
  observer: 'adoption-metrics.uptime.report',
  amber: 'adoption-metrics.portals.report',
  cedar: 'adoption-metrics.portals.report',
};

const externalAccess = Object.entries(tokens).map(([subject, token]) => {
  const permission = permissions[subject as keyof typeof tokens];
  return {
    type: 'static',
    options: { token, subject },
    ...(permission
      ? { accessRestrictions: [{ plugin: 'adoption-metrics', permission }] }
      : {}),
  };
});

const batch = () => ({
  days: [{ day: new Date().toISOString().slice(0, 10), people: [] }],
});

/** What tells of no metric and of nobody. */
const open: string[] = ['anybody', 'authenticated'];

/** A route, with something in the place of its parameters. */
const pathOf = (key: RouteKey) => {
  const [method, path] = key.split(' ');
  return { method, path: path.replaceAll(/\{\w+\}/g, '1') };
};

describe('tokens of services, in a backend with its own sign-in', () => {
  const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-tokens-'));
  let api: string;
  let backend: BackendProcess;
  let signIn: SignIn;

  beforeAll(async () => {
    signIn = await SignIn.start();
    const database = await DatabaseUnderTest.start('SQLITE_3', directory);
    const port = await findFreePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    api = `${baseUrl}/api/adoption-metrics/v1`;
    backend = new BackendProcess({
      directory,
      baseUrl,
      config: {
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          database: database.config,
          auth: { externalAccess },
        },
        discovery: {
          endpoints: [{ target: signIn.baseUrl, plugins: ['auth'] }],
        },
        adoptionMetrics: {
          administrators: ['user:default/ada'],
          decision: {
            portals: [
              { id: 'amber', title: 'Amber', subject: 'amber' },
              { id: 'cedar', title: 'Cedar', subject: 'cedar' },
              { id: 'birch', title: 'Birch' },
            ],
          },
        },
      },
    });
    await backend.start();
  });

  afterAll(async () => {
    await backend?.end('SIGKILL');
    await signIn?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function send(token: string, method: string, path: string, body = {}) {
    const answer = await fetch(`${api}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  const report = (token: string, id: string) =>
    send(token, 'POST', `/portals/${id}/activity`, batch());

  it('let an observer report checks', async () => {
    const check = { component: 'outside', state: 'up' };
    const answer = await send(tokens.observer, 'POST', '/uptime/checks', check);
    expect(answer.status).toBe(200);
    // The first heartbeat follows within a second.
    const health = async () => (await fetch(`${api}/health`)).json();
    while (!(await health()).collecting) {
      await delay(100);
    }
  });

  it('let a portal report its own activity', async () => {
    const { status, body } = await report(tokens.amber, 'amber');
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ portal: 'amber', days: 1, rejected: 0 }),
    ]);
  });

  it('let no portal report the activity of another one, or of none', async () => {
    for (const id of ['cedar', 'birch', 'this', 'any', 'none']) {
      const { status, body } = await report(tokens.amber, id);
      expect([id, status]).toEqual([id, 403]);
      expect(body.error.message).toMatch(/may not report the activity of that/);
    }
  });

  it.each(['observer', 'stranger'] as const)(
    'let %s report no portal',
    async name => {
      const { status } = await report(tokens[name], 'amber');
      expect(status).toBe(403);
    },
  );

  it.each(['user:default/ada', 'user:default/grace'])(
    'let %s report no portal, who has signed in',
    async userEntityRef => {
      const token = signIn.tokenOf(userEntityRef);
      const { status, body } = await report(token, 'amber');
      expect([status, body.error.name]).toEqual([403, 'NotAllowedError']);
      const read = await send(token, 'GET', '/portals');
      expect(read.status).toBe(200);
    },
  );

  it.each([
    ['observer', 'POST /uptime/checks'],
    ['amber', 'POST /portals/{id}/activity'],
  ] as const)('let %s do nothing but %s', async (name, own) => {
    const others = routeKeys.filter(
      key => key !== own && !open.includes(rowOf(key).caller.kind),
    );
    expect(others.length).toBeGreaterThan(60);
    const allowed = [];
    for (const key of others) {
      const { method, path } = pathOf(key);
      const { status } = await send(tokens[name], method, path);
      allowed.push(...(status === 403 ? [] : [{ key, status }]));
    }
    expect(allowed).toEqual([]);
  });
});
