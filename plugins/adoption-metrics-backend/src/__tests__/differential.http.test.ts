import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { EventBatch } from 'backstage-plugin-adoption-metrics-common';
import fc from 'fast-check';
import { documentedReads } from '../__testUtils__/documentedReads';
import { eventArbitrary } from '../__testUtils__/workload';
import { entity, startPortal, user } from '../people/__testUtils__/portal';
import { SettableClock } from '../time';

jest.setTimeout(300_000);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PEOPLE = Array.from({ length: 24 }, (_, index) => `person-${index}`);
const HEARTBEAT = '5m';

const stories = [
  {
    why: 'an offset of half an hour, and the end of a year',
    timeZone: 'America/St_Johns',
    from: '2026-12-01T03:00:00.000Z',
    days: 36,
  },
  {
    why: 'summer time that ends by half an hour, and a leap day',
    timeZone: 'Australia/Lord_Howe',
    from: '2028-02-26T03:00:00.000Z',
    days: 40,
  },
];
type Story = (typeof stories)[number];

interface Report {
  at: number;
  person: string;
  batch: EventBatch;
}

/** What people report from day to day; some of it late, some of it too late. */
function reportsOf({ from, days }: Story): Report[][] {
  const begin = Date.parse(from);
  const report = fc.record({
    person: fc.constantFrom(...PEOPLE),
    batchId: fc.uuid(),
    at: fc.integer({ min: 0, max: DAY_MS - 1 }),
  });
  return Array.from({ length: days }, (_, day) => {
    const now = begin + day * DAY_MS;
    return fc
      .sample(
        report.chain(({ person, batchId, at }) =>
          fc
            .array(eventArbitrary(now + at), { minLength: 1, maxLength: 12 })
            .map(events => ({
              at: now + at,
              person,
              batch: { batchId, events },
            })),
        ),
        { seed: day, numRuns: 8 },
      )
      .sort((a, b) => a.at - b.at);
  });
}

const organization: Entity[] = [
  entity('Group', 'works'),
  entity('Group', 'engines', { childOf: 'works' }),
  entity('Group', 'hulls', { childOf: 'works' }),
  ...PEOPLE.slice(0, 20).map((name, index) =>
    entity('User', name, { memberOf: index % 3 ? 'engines' : 'hulls' }),
  ),
  ...['pump', 'keel', 'mast'].map((name, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, uid: `uid-of-${name}` },
    relations: [
      {
        type: 'ownedBy',
        targetRef: index ? 'group:default/engines' : 'group:default/unknown',
      },
    ],
  })),
];

/** Lives a story through on one engine; every documented answer in the end. */
async function live(engine: TestDatabaseId, story: Story) {
  const begin = Date.parse(story.from);
  const clock = new SettableClock(begin);
  const portal = await startPortal(engine, {
    entities: organization,
    clock,
    config: {
      adoptionMetrics: {
        timeZone: story.timeZone,
        uptime: { heartbeat: HEARTBEAT },
        privacy: { secret: 'the same secret for both engines' },
        administrators: ['user:default/registrar'],
      },
    },
  });
  await untilBeating(portal);
  for (const [day, reports] of reportsOf(story).entries()) {
    if (day % 7 === 0) {
      await portal.collect();
      await portal.scheduler.triggerTask('catalog-scan');
    }
    clock.set(reports.at(-1)!.at);
    await Promise.all(
      reports.map(({ person, batch }) =>
        portal.post('/events', user(person), batch),
      ),
    );
    clock.set(begin + (day + 1) * DAY_MS);
    await portal.scheduler.triggerTask('daily-rollup');
  }
  const answers = await readEverything(portal, story);
  await portal.stop();
  return answers;
}

type Portal = Awaited<ReturnType<typeof startPortal>>;

async function untilBeating({ knex }: Portal): Promise<void> {
  while (!(await knex('heartbeats').first())) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

async function readEverything(portal: Portal, { from, days }: Story) {
  const instant = (day: number) =>
    new Date(Date.parse(from) + day * DAY_MS).toISOString();
  const reads = documentedReads({
    from: [instant(5).slice(0, 10)],
    to: [instant(days - 5).slice(0, 10)],
    'from instant': [instant(days - 5)],
    'to instant': [instant(days)],
    team: ['group:default/engines', 'group:default/works'],
    plugin: ['catalog'],
    routeId: ['page:catalog'],
    names: ['true'],
    limit: ['2'],
  });
  const answers: Record<string, unknown> = {};
  for (const path of reads) {
    const { status, body, text } = await portal.get(path, user('registrar'));
    answers[path] = [status, Object.keys(body).length > 0 ? body : text];
  }
  const { status, body } = await portal.get('/me', user(PEOPLE[0]));
  answers['/me of a person'] = [status, body];
  return withoutChance(answers);
}

/** Processes name themselves by chance. */
function withoutChance(answers: object): Record<string, [number, any]> {
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  return JSON.parse(JSON.stringify(answers).replace(uuid, 'uuid'));
}

describe.each(stories)('a life in $timeZone, with $why', story => {
  it('is the same on SQLITE_3 and POSTGRES_18', async () => {
    const sqlite = await live('SQLITE_3', story);
    const postgres = await live('POSTGRES_18', story);
    expect(postgres).toEqual(sqlite);

    const statuses = Object.values(sqlite).map(([status]) => status);
    expect(statuses.filter(status => status === 200).length).toBeGreaterThan(
      0.9 * statuses.length,
    );
    expect(sqlite['/metrics/active-users'][1].metric.value).toBeGreaterThan(0);
    expect(sqlite['/metrics/page-load'][1].metric.value).toBeGreaterThan(0);
    const { points } = sqlite['/metrics/active-users/series'][1];
    expect(points.length).toBeGreaterThan(20);
  });
});
