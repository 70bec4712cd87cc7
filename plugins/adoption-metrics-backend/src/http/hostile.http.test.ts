import { mockServices, TestDatabaseId } from '@backstage/backend-test-utils';
import {
  RouteKey,
  routeKeys,
  rowOf,
} from 'backstage-plugin-adoption-metrics-common/contract';
import fc from 'fast-check';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  anyHostileRequest,
  HostileRequest,
  hostileRequests,
  nowhere,
} from './__testUtils__/hostileRequests';
import { RawAnswer, RawClient } from './__testUtils__/RawClient';
import { startSweptPortal } from './__testUtils__/SweptPortal';

jest.setTimeout(300_000);

const LONGEST_REFUSAL = 2_000;

const databases = createTestDatabases();

/** The message of a refusal. */
function messageOf({ text }: RawAnswer): string {
  try {
    return JSON.parse(text).error?.message ?? '';
  } catch {
    return '';
  }
}

/** What is wrong with an answer, if anything is. */
function complaintAbout(
  { name }: HostileRequest,
  answer: RawAnswer,
  key?: RouteKey,
): string | undefined {
  const { status, text } = answer;
  const message = messageOf(answer);
  // Health says 503 while no process beats, and nothing else.
  const isHealth = key && rowOf(key).unavailable && status === 503;
  if (status >= 500 && !isHealth) {
    return `status ${status}: ${text.slice(0, 300)}`;
  }
  if (status >= 400 && message === '') {
    return `status ${status} without a message: ${text.slice(0, 300)}`;
  }
  if (message.length > LONGEST_REFUSAL) {
    return `a refusal of ${message.length} characters`;
  }
  const isNamed =
    !name || /^the path /.test(message) || message.includes(`'${name}`);
  return status === 400 && !isNamed
    ? `'${name}' is not named: ${message}`
    : undefined;
}

describe.each(databases.eachSupportedId())('hostile requests, %p', engine => {
  let portal: Awaited<ReturnType<typeof startSweptPortal>>;
  let client: RawClient;

  beforeAll(async () => {
    const knex = await databases.create(engine as TestDatabaseId);
    portal = await startSweptPortal([mockServices.database.factory({ knex })]);
    await portal.readOrganization();
    client = new RawClient(portal.server);
    // There is more to ask for once something has happened.
    const { scheduler } = portal;
    for (const { id } of await scheduler.getScheduledTasks()) {
      await scheduler.triggerTask(id);
    }
  });
  afterAll(async () => {
    client.close();
    await portal.stop();
  });

  async function complaints(requests: HostileRequest[], key?: RouteKey) {
    const found = [];
    for (const hostile of requests) {
      const complaint = complaintAbout(
        hostile,
        await client.send(hostile),
        key,
      );
      if (complaint) {
        found.push({ complaint, target: hostile.target, body: hostile.body });
      }
    }
    return found;
  }

  it.each([...routeKeys])('get an answer from %s', async key => {
    expect(await complaints(hostileRequests(key), key)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('get an answer where there is no route', async () => {
    expect(await complaints(nowhere)).toEqual([]);
  });

  it.each([...routeKeys])('get an answer from %s, by chance', key =>
    fc.assert(
      fc.asyncProperty(anyHostileRequest(key), async hostile => {
        expect(await complaints([hostile], key)).toEqual([]);
      }),
      { numRuns: 60, seed: 17 },
    ),
  );
});
