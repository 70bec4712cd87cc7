import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  TestDatabaseId,
} from '@backstage/backend-test-utils';
import {
  RouteKey,
  routeKeys,
  rowOf,
} from 'backstage-plugin-adoption-metrics-common/contract';
import request from 'supertest';
import {
  createFailingDatabases,
  FailingDatabase,
  faultNames,
} from '../database/__testUtils__/failingDatabases';
import {
  BASE,
  callers,
  exampleOf,
  rightCallerOf,
  startSweptPortal,
} from '../http/__testUtils__/SweptPortal';

jest.setTimeout(120_000);

const LONGEST_ANSWER_MS = 15_000;
const BATCHES = 8;

/** Faults that a first start meets. */
const startFaults: Record<string, string[]> = {
  SQLITE_3: ['read-only', 'full', 'connections taken'],
  POSTGRES_18: ['read-only', 'connections taken', 'no login', 'unreachable'],
};

const databases = createFailingDatabases();

type Portal = Awaited<ReturnType<typeof startSweptPortal>>;

const rejections: unknown[] = [];
const noteRejection = (reason: unknown) => rejections.push(reason);
beforeAll(() => {
  process.on('unhandledRejection', noteRejection);
});
afterAll(() => {
  process.off('unhandledRejection', noteRejection);
});

/** What is wrong with the answer of a route, if anything is. */
async function complaintAbout(portal: Portal, key: RouteKey) {
  const since = Date.now();
  const caller = callers[rightCallerOf(rowOf(key))];
  const { status, headers, text } = await portal.send(
    key,
    caller,
    exampleOf(key),
  );
  const took = Date.now() - since;
  const isAnswered = status < 500 || (status === 503 && rowOf(key).unavailable);
  const isPutOff = status === 503 && headers['retry-after'] === '5';
  if (took > LONGEST_ANSWER_MS) {
    return `${key} took ${took} ms`;
  }
  return isAnswered || isPutOff ? undefined : `${key}: ${status} ${text}`;
}

function batch() {
  // Of the day on which the sweep takes place.
  const at = '2026-11-23T11:59:00.000Z';
  const events = Array.from({ length: 3 }, (_, index) => ({
    type: 'interaction',
    at,
    action: 'click',
    pluginId: `plugin-${index}`,
  }));
  return { batchId: randomUUID(), events };
}

/** What the types do not say of the scheduler of tests. */
type WaitingScheduler = { waitForTask(id: string): Promise<void> };

/** Runs all tasks; the names of those that failed. */
async function runTasks({ scheduler }: Portal): Promise<string[]> {
  const failed: string[] = [];
  const tasks = await scheduler.getScheduledTasks();
  await Promise.all(
    tasks.map(async ({ id }) => {
      const run = (scheduler as unknown as WaitingScheduler).waitForTask(id);
      const noted = run.catch(() => failed.push(id));
      await scheduler.triggerTask(id);
      await noted;
    }),
  );
  return failed;
}

async function count({ knex }: FailingDatabase): Promise<number> {
  const row = await knex('action_counts')
    .where('plugin_id', 'like', 'plugin-%')
    .sum({ n: 'n' })
    .first();
  return Number(row?.n ?? 0);
}

describe.each(databases.eachSupportedId())(
  'while the database fails, %p',
  id => {
    let failing: FailingDatabase;
    let portal: Portal;

    beforeAll(async () => {
      failing = await databases.create(id as TestDatabaseId);
      portal = await startSweptPortal([
        mockServices.database.factory({ knex: failing.knex }),
      ]);
      await runTasks(portal);
    });
    afterAll(async () => {
      await portal.stop();
      await failing.close();
    });

    const post = (body: object, index: number) =>
      request(portal.server)
        .post(`${BASE}/events`)
        .set(
          'Authorization',
          mockCredentials.user.header(`user:default/u${index}`),
        )
        .send(body);

    async function statusesOf(batches: object[]): Promise<number[]> {
      const answers = await Promise.all(batches.map(post));
      return answers.map(({ status }) => status);
    }

    it.each(faultNames[id])(
      'asks to come back and loses nothing: %s',
      async name => {
        const before = await count(failing);
        const batches = Array.from({ length: BATCHES }, batch);
        const heal = await failing.faults[name]();
        const statuses = await statusesOf(batches);
        const complaints = await Promise.all(
          routeKeys.map(key => complaintAbout(portal, key)),
        );
        await runTasks(portal);
        await heal();

        expect(complaints.filter(Boolean)).toEqual([]);
        expect(
          statuses.filter(status => status !== 200 && status !== 503),
        ).toEqual([]);
        const acknowledged = statuses.filter(status => status === 200).length;
        expect(await eventually(() => count(failing))).toBeGreaterThanOrEqual(
          before + 3 * acknowledged,
        );
        // Whoever was put off comes again, and whoever was not is not counted twice.
        const again = await statusesOf(batches);
        expect(again).toEqual(batches.map(() => 200));
        expect(await count(failing)).toBe(before + 3 * BATCHES);
        expect(await runTasks(portal)).toEqual([]);
        expect(rejections).toEqual([]);
      },
    );
  },
);

describe.each(databases.eachSupportedId().filter(([id]) => id !== 'SQLITE_3'))(
  'a database that says nothing, %p',
  id => {
    it('keeps nobody waiting, and loses nothing', async () => {
      const failing = await databases.create(id as TestDatabaseId);
      const portal = await startSweptPortal([
        mockServices.database.factory({ knex: failing.knex }),
      ]);
      await count(failing);
      const report = batch();
      const post = () =>
        request(portal.server)
          .post(`${BASE}/events`)
          .set('Authorization', callers.administrator)
          .send(report);
      const heal = await failing.faults.silent();
      const [posted, read] = await Promise.all([
        post(),
        request(portal.server)
          .get(`${BASE}/scorecard`)
          .set('Authorization', callers.administrator),
      ]);
      const statuses = { posted: posted.status, read: read.status };
      expect(statuses).toEqual({ posted: 503, read: 503 });
      expect(posted.headers['retry-after']).toBe('5');
      await heal();
      expect((await post()).status).toBe(200);
      expect(await count(failing)).toBe(3);
      await portal.stop();
      await failing.close();
    });
  },
);

/** The first connections after a fault may still be those that were broken. */
async function eventually<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (attempt === 5) {
        throw error;
      }
    }
  }
}

describe.each(databases.eachSupportedId())(
  'a start on a failing database, %p',
  id => {
    it.each(startFaults[id])(
      'does not stop the portal, and is made up for: %s',
      async name => {
        const failing = await databases.create(id as TestDatabaseId);
        const heal = await failing.faults[name]();
        const portal = await startSweptPortal([
          mockServices.database.factory({ knex: failing.knex }),
        ]);
        const read = () =>
          request(portal.server)
            .get(`${BASE}/scorecard`)
            .set('Authorization', callers.administrator);
        const { status, headers, body } = await read();
        expect([status, headers['retry-after'], body.error.message]).toEqual([
          503,
          '5',
          expect.stringMatching(
            /^Adoption Metrics is waiting for its database/,
          ),
        ]);
        const health = await request(portal.server).get(`${BASE}/health`);
        expect([health.status, health.body]).toEqual([
          503,
          { collecting: false },
        ]);

        await heal();
        while ((await read()).status !== 200) {
          await delay(500);
        }
        expect(
          (
            await request(portal.server)
              .post(`${BASE}/events`)
              .set('Authorization', callers.administrator)
              .send(batch())
          ).status,
        ).toBe(200);
        await portal.stop();
        await failing.close();
      },
    );
  },
);
