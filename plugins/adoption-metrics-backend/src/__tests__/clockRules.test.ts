import { randomUUID } from 'node:crypto';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import { assemble } from '../internals/assemble';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';

const databases = createTestDatabases();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const dayOf = (text: string) => Date.parse(text) / DAY_MS;

/** Everything from the body of a report to the tables, at an instant. */
async function setUp(
  engine: TestDatabaseId,
  { timeZone, now }: { timeZone: string; now: number },
) {
  const knex = await databases.create(engine);
  const clock = { now: () => now };
  const { ingest } = await assemble({
    knex,
    clock,
    adoptionMetrics: { timeZone },
  });
  const { committer, createEventIngest } = ingest;
  const events = createEventIngest(
    clock,
    async batch => (await committer.commit([batch]))[0],
  );
  return {
    knex,
    report: (...instants: number[]) =>
      events.take('user:default/ada', {
        batchId: randomUUID(),
        events: instants.map(at => ({
          type: 'interaction',
          at: new Date(at).toISOString(),
          action: 'click',
          pluginId: 'catalog',
        })),
      }),
  };
}

describe.each(databases.eachSupportedId())('clock rules, %p', engine => {
  it.each([
    ['Europe/Berlin', 'begins 23 hours', '2026-03-28T23:00Z', '2026-03-29'],
    ['Europe/Berlin', 'follows 23 hours', '2026-03-29T22:00Z', '2026-03-30'],
    ['Europe/Berlin', 'begins 25 hours', '2026-10-24T22:00Z', '2026-10-25'],
    ['Europe/Berlin', 'follows 25 hours', '2026-10-25T23:00Z', '2026-10-26'],
    ['Asia/Kolkata', 'is half an hour off', '2026-06-30T18:30Z', '2026-07-01'],
    ['Asia/Kathmandu', 'is 15 minutes off', '2026-06-30T18:15Z', '2026-07-01'],
    ['America/St_Johns', 'begins a year', '2027-01-01T03:30Z', '2027-01-01'],
    ['America/St_Johns', 'has summer time', '2026-07-01T02:30Z', '2026-07-01'],
    ['Pacific/Auckland', 'begins a year', '2026-12-31T11:00Z', '2027-01-01'],
    ['Australia/Lord_Howe', 'loses 30 min', '2026-10-03T13:30Z', '2026-10-04'],
    ['Australia/Lord_Howe', 'lost 30 min', '2026-10-04T13:00Z', '2026-10-05'],
    ['UTC', 'begins a leap day', '2028-02-29T00:00Z', '2028-02-29'],
  ])('in %s the midnight that %s', async (timeZone, _, midnight, day) => {
    const at = Date.parse(midnight);
    const { knex, report } = await setUp(engine, { timeZone, now: at + 1 });
    await report(at);
    expect(await knex('person_days').pluck('day')).toEqual([dayOf(day)]);
    await report(at - 1);
    expect(await knex('person_days').orderBy('day').pluck('day')).toEqual([
      dayOf(day) - 1,
      dayOf(day),
    ]);
  });

  it('counts what comes from the future for today', async () => {
    const timeZone = 'Europe/Berlin';
    const now = Date.parse('2026-12-31T22:59:59.999Z');
    const { knex, report } = await setUp(engine, { timeZone, now });
    const outcome = await report(now + 1, now + 400 * DAY_MS);
    expect(outcome.accepted).toBe(2);
    expect(await knex('person_days').pluck('day')).toEqual([
      dayOf('2026-12-31'),
    ]);
  });

  it('opens days again for late events, and no other days', async () => {
    const timeZone = 'Asia/Kathmandu';
    const now = Date.parse('2026-04-10T12:00:00.000Z');
    const today = dayOf('2026-04-10');
    const { knex, report } = await setUp(engine, { timeZone, now });
    const states = [
      'final',
      'final',
      'provisional',
      'provisional',
      'provisional',
    ];
    await knex('daily_rollups').insert(
      states.map((state, index) => ({
        day: today - states.length + index,
        state,
        revision: 0,
      })),
    );
    const outcome = await report(
      now,
      now - DAY_MS,
      now - 72 * HOUR_MS,
      now - 72 * HOUR_MS - 1,
    );
    expect(outcome.accepted).toBe(3);
    expect(outcome.faults).toEqual([
      { index: 3, field: 'at', message: expect.stringMatching(/72 hours/) },
    ]);
    const rollups = await knex('daily_rollups').orderBy('day').pluck('state');
    expect(rollups).toEqual(['final', 'final', 'late', 'provisional', 'late']);
    expect(await knex('person_days').orderBy('day').pluck('day')).toEqual([
      today - 3,
      today - 1,
      today,
    ]);
  });

  it('never opens a day that is final: it ended over 72 hours ago', async () => {
    const timeZone = 'America/St_Johns';
    const end = Date.parse('2026-11-02T03:30:00.000Z');
    const { knex, report } = await setUp(engine, {
      timeZone,
      now: end + 72 * HOUR_MS,
    });
    const outcome = await report(end, end - 1);
    expect(outcome.faults.map(({ index }) => index)).toEqual([1]);
    expect(await knex('daily_rollups').pluck('day')).toEqual([
      dayOf('2026-11-02'),
    ]);
  });
});
