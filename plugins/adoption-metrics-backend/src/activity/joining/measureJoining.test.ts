import { TestDatabaseId } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { formatDay, parseDay } from '../../time';
import {
  createMeasurer,
  membersOf,
  recordDevelopers,
  recordHistory,
  RecordedPerson,
} from '../__testUtils__/history';
import { medianDelay } from './measureJoining';

const databases = createTestDatabases();

const MONDAY = parseDay('2026-03-02')!;
const READING = MONDAY - 100;
const SUNDAY = MONDAY + 6;

/** Someone who joined on a day and was active so many days later. */
function joiner(
  joined: number,
  delays: number[],
  left: number | null = null,
): RecordedPerson {
  return {
    days: delays.map(delay => joined + delay),
    spans: [{ from: joined, to: left }],
  };
}

const founders: RecordedPerson[] = Array.from({ length: 10 }, () => ({
  days: [READING - 200, MONDAY + 1],
  spans: [{ from: READING, to: null }],
}));

async function setUp(engine: TestDatabaseId, people: RecordedPerson[]) {
  const knex = await databases.create(engine);
  const every = Array.from({ length: 700 }, (_, i) => READING - 200 + i);
  await recordHistory(knex, [...founders, ...people], every);
  await recordDevelopers(knex, READING, founders.length);
  const { measurer, joining, held, samples, lifecycle } = createMeasurer(knex);
  for (const day of every) {
    await lifecycle.noteActivity(day);
  }
  /** What is said of people who joined, `days` days after the range. */
  const measureAfter = async (days: number) => {
    const measured = await measurer.measure(SUNDAY + days);
    const member = formatDay(MONDAY);
    const of = (dimension: string) => membersOf(measured, dimension)[member];
    return {
      measured,
      within: of(`onboarding-${days}`),
      retention: of('retention'),
    };
  };
  return { knex, measurer, joining, held, samples, measureAfter };
}

const six = [
  joiner(MONDAY, [0, 40]),
  joiner(MONDAY + 1, [7, 8]),
  joiner(MONDAY + 2, [8]),
  joiner(MONDAY + 3, [30, 61]),
  joiner(MONDAY + 4, [31]),
  joiner(MONDAY + 6, []),
];

describe.each(databases.eachSupportedId())('people who joined, %p', engine => {
  it('are in ranges of enough people, those of the first reading in none', async () => {
    const { measurer, joining } = await setUp(engine, [
      ...six,
      joiner(MONDAY + 8, [1]),
    ]);
    await measurer.prepare([SUNDAY - 1]);
    expect(await joining.ranges()).toEqual([]);
    await measurer.prepare([SUNDAY]);
    const range = { from: MONDAY, to: MONDAY + 7, people: 6 };
    expect(await joining.ranges()).toEqual([range]);
    // The one of the week after is not spoken of yet.
    await measurer.prepare([SUNDAY + 7]);
    expect(await joining.ranges()).toEqual([range]);
  });

  it('are counted when the last of them has had the days', async () => {
    const { measureAfter, measurer } = await setUp(engine, six);
    await measurer.prepare([SUNDAY]);
    expect((await measureAfter(6)).measured).not.toContainEqual(
      expect.objectContaining({ member: formatDay(MONDAY) }),
    );
    expect((await measureAfter(7)).within).toMatchObject({
      numerator: 2,
      denominator: 6,
      value: undefined,
    });
    expect((await measureAfter(30)).within).toMatchObject({
      numerator: 4,
      denominator: 6,
      value: 8,
    });
    expect((await measureAfter(90)).within).toMatchObject({
      numerator: 5,
      denominator: 6,
      value: 8,
    });
  });

  it('are followed for 30 days at a time since each of them joined', async () => {
    const { measureAfter, measurer } = await setUp(engine, six);
    await measurer.prepare([SUNDAY]);
    const retained = async (days: number) =>
      (await measureAfter(days)).retention;
    expect(await retained(30)).toMatchObject({ numerator: 4, denominator: 6 });
    expect(await retained(60)).toMatchObject({ numerator: 2, denominator: 6 });
    expect(await retained(90)).toMatchObject({ numerator: 1, denominator: 6 });
    expect(await retained(91)).toBeUndefined();
    expect(await retained(360)).toMatchObject({ numerator: 0 });
    expect(await retained(390)).toBeUndefined();
  });

  it('stay in their range when they opt out, are counted no more when they leave', async () => {
    const leaver = joiner(MONDAY + 5, [1, 35], SUNDAY + 50);
    const { knex, joining, measureAfter, measurer } = await setUp(engine, [
      ...six,
      leaver,
    ]);
    await measurer.prepare([SUNDAY]);
    const ranges = await joining.ranges();
    await knex('people').where({ id: 11 }).update({ opted_out: true });
    await measurer.prepare([SUNDAY + 7]);
    expect(await joining.ranges()).toEqual(ranges);
    expect((await measureAfter(7)).within).toMatchObject({
      numerator: 3,
      denominator: 7,
    });
    const { retention } = await measureAfter(60);
    expect(retention).toMatchObject({ numerator: 1, denominator: 5 });
  });

  it('have no number of days before collection, or whose activity is gone', async () => {
    const { knex, held, samples, measureAfter, measurer } = await setUp(
      engine,
      six,
    );
    await measurer.prepare([SUNDAY]);
    const { measured } = await measureAfter(30);
    await knex('person_days').where('day', '<', SUNDAY).delete();
    held.from = SUNDAY;
    expect((await measureAfter(30)).retention).toBeUndefined();
    const [first] = measured.filter(
      ({ dimension }) => dimension === 'retention',
    );
    await samples.replaceDay('active-users', SUNDAY + 30, [
      {
        metric: 'active-users',
        day: SUNDAY + 30,
        definitionVersion: 1,
        timeZone: 'UTC',
        state: 'final',
        computedAt: 0,
        n: undefined,
        numerator: undefined,
        denominator: undefined,
        ...first,
      },
    ]);
    expect((await measureAfter(30)).retention).toMatchObject({ numerator: 4 });
    held.from = undefined;
    await knex('people').update({ first_day: MONDAY + 6 });
    await knex('person_days')
      .where('day', '<', MONDAY + 6)
      .delete();
    expect((await measureAfter(7)).within).toMatchObject({
      numerator: undefined,
      denominator: 6,
    });
  });
});

describe('medianDelay', () => {
  it.each([
    [[3], 1, 3],
    [[9, 3], 2, 3],
    [[3, 9, 4], 3, 4],
    [[3], 2, 3],
    [[3], 3, undefined],
    [[], 1, undefined],
  ])('of %p among %d is %p', (delays, everybody, median) => {
    const counts = delays.map(delay => ({ delay, people: 1 }));
    expect(medianDelay(counts, everybody)).toBe(median);
  });

  it('is the middle of the sorted delays', () => {
    const anyCount = fc.record({
      delay: fc.nat(9),
      people: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyCount, { minLength: 1 }),
        fc.nat(20),
        (counts, without) => {
          const used = counts.flatMap(({ delay, people }) =>
            Array.from({ length: people }, () => delay),
          );
          const never = Array.from({ length: without }, () => Infinity);
          const sorted = [...used, ...never].sort((a, b) => a - b);
          const middle = sorted[Math.floor((sorted.length - 1) / 2)];
          expect(medianDelay(counts, sorted.length) ?? Infinity).toBe(middle);
        },
      ),
    );
  });
});
