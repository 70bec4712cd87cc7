import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackendProcess } from '../__testUtils__/BackendProcess';
import { DatabaseUnderTest } from '../__testUtils__/DatabaseUnderTest';
import { findFreePort } from '../__testUtils__/freePort';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';

jest.setTimeout(600_000);

const REPLICAS = 3;
const ROUNDS = Number(process.env.FIRST_START_ROUNDS ?? 1);

const databases = createTestDatabases();

async function replicaIn(directory: string, database: DatabaseUnderTest) {
  const port = await findFreePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const process = new BackendProcess({
    directory: mkdtempSync(join(directory, 'replica-')),
    baseUrl,
    config: {
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: database.config,
      },
    },
  });
  return {
    process,
    async health() {
      const url = `${baseUrl}/api/adoption-metrics/v1/health`;
      const answer = await fetch(url);
      return answer.json();
    },
  };
}

/** Waits until heartbeats are collected; what was said in the end. */
async function untilCollecting(health: () => Promise<unknown>) {
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    const said = (await health()) as { collecting: boolean };
    if (said.collecting || Date.now() > giveUpAt) {
      return said;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
}

describe.each(databases.eachSupportedId())('first starts, %p', engine => {
  it('succeed, though three replicas do it at once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const directory = mkdtempSync(join(tmpdir(), 'first-starts-'));
      const database = await DatabaseUnderTest.start(engine, directory);
      const replicas = await Promise.all(
        Array.from({ length: REPLICAS }, () => replicaIn(directory, database)),
      );
      try {
        await Promise.all(replicas.map(each => each.process.startAgain()));
        const said = await Promise.all(
          replicas.map(each => untilCollecting(each.health)),
        );
        const logs = replicas.map(each => each.process.log());
        expect({ round, said, logs: logs.map(log => errorsOf(log)) }).toEqual({
          round,
          said: replicas.map(() => ({ collecting: true })),
          logs: replicas.map(() => []),
        });
      } finally {
        await Promise.all(replicas.map(each => each.process.end('SIGKILL')));
        await database.stop();
        rmSync(directory, { recursive: true, force: true });
      }
    }
  });
});

function errorsOf(log: string): string[] {
  return log.split('\n').filter(line => /switched off/.test(line));
}
