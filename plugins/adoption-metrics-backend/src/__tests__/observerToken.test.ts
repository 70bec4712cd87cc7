import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BackendProcess } from '../__testUtils__/BackendProcess';
import { DatabaseUnderTest } from '../__testUtils__/DatabaseUnderTest';
import { findFreePort } from '../__testUtils__/freePort';

jest.setTimeout(180_000);

const TOKEN = 'an-observer-outside-with-this-token';

describe('the token of an observer, in a backend with its own sign-in', () => {
  const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-observer-'));
  let baseUrl: string;
  let backend: BackendProcess;

  beforeAll(async () => {
    const database = await DatabaseUnderTest.start('SQLITE_3', directory);
    const port = await findFreePort();
    baseUrl = `http://127.0.0.1:${port}`;
    const restricted = {
      plugin: 'adoption-metrics',
      permission: 'adoption-metrics.uptime.report',
    };
    backend = new BackendProcess({
      directory,
      baseUrl,
      config: {
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          database: database.config,
          auth: {
            externalAccess: [
              {
                type: 'static',
                options: { token: TOKEN, subject: 'observer' },
                accessRestrictions: [restricted],
              },
            ],
          },
        },
      },
    });
    await backend.start();
  });

  afterAll(async () => {
    await backend?.end('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  it('reports checks and can do nothing else', async () => {
    const authorization = { Authorization: `Bearer ${TOKEN}` };
    const api = `${baseUrl}/api/adoption-metrics/v1`;
    const answer = await fetch(`${api}/uptime/checks`, {
      method: 'POST',
      headers: { ...authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ component: 'outside', state: 'up' }),
    });
    expect(answer.status).toBe(200);
    const read = await fetch(`${api}/uptime`, { headers: authorization });
    expect(read.status).toBe(403);
    // The first heartbeat follows within a second.
    const health = async () => (await fetch(`${api}/health`)).json();
    while (!(await health()).collecting) {
      await delay(100);
    }
  });
});
