import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { sampleOf } from '../../samples/__testUtils__/samples';
import { parseDay, ReportingZone } from '../../time';
import {
  createMeasurer,
  recordDevelopers,
  recordHistory,
  RecordedPerson,
} from '../__testUtils__/history';
import { LifecycleReporter } from '../LifecycleReporter';

const databases = createTestDatabases();
const zone = ReportingZone.create('UTC');

/** A Monday on which four weeks begin. */
const MONDAY = parseDay('2026-03-09')!;
const READING = MONDAY - 60;
const LAST_DAY = MONDAY + 16 * 7 - 1;

const always = [{ from: READING, to: null }];
const founder = (...days: number[]): RecordedPerson => ({
  days,
  spans: always,
});
const joiner = (joined: number, ...days: number[]): RecordedPerson => ({
  days,
  spans: [{ from: joined, to: null }],
});

const founders = [
  founder(READING - 10, MONDAY, MONDAY + 30),
  ...Array.from({ length: 9 }, () => founder(MONDAY + 2, MONDAY + 40)),
];

/** Enough to be spoken of. */
const many = [
  joiner(MONDAY, MONDAY + 1),
  joiner(MONDAY + 1, MONDAY + 30),
  ...Array.from({ length: 4 }, () => joiner(MONDAY + 2, MONDAY + 3)),
];

/** Everything that is told of a history in the end. */
async function told(people: RecordedPerson[]) {
  const knex = await databases.create('SQLITE_3');
  const days = Array.from(
    { length: LAST_DAY - READING + 11 },
    (_, index) => READING - 10 + index,
  );
  await recordHistory(knex, people, days);
  await recordDevelopers(knex, READING, people.length);
  const { measurer, ...sources } = createMeasurer(knex);
  await measurer.prepare(days);
  for (let day = MONDAY; day <= LAST_DAY; day++) {
    const samples = (await measurer.measure(day)).map(measurement => ({
      ...sampleOf({ numerator: undefined, denominator: undefined }),
      ...measurement,
      day,
    }));
    await sources.samples.replaceDay('active-users', day, samples);
  }
  const clock = { now: () => zone.startOf(LAST_DAY + 1) };
  const reporter = new LifecycleReporter({ ...sources, clock, zone });
  const all = { from: READING - 10, to: LAST_DAY + 1 };
  return {
    cohorts: await reporter.cohorts(all),
    onboarding: await reporter.onboarding(all),
    weeks: await reporter.lifecycle('week', all),
    fourWeeks: await reporter.lifecycle('four-weeks', all),
  };
}

describe('people who joined, a few among them', () => {
  const joined = MONDAY + 35;
  const used = MONDAY + 60;

  it('cannot be told from others, beside new, lapsed and never seen people', async () => {
    const few = [joiner(joined), joiner(joined + 1)];
    const asJoiner = await told([
      ...founders,
      ...many,
      ...few,
      joiner(joined, used),
      founder(),
    ]);
    const asFounder = await told([
      ...founders,
      ...many,
      ...few,
      joiner(joined),
      founder(used),
    ]);
    expect(asJoiner).toEqual(asFounder);
    expect(asJoiner.onboarding.ranges).toMatchObject([{ joined: 6 }]);
    expect(asJoiner.weeks.periods.map(week => week.new)).toContain(1);
  });

  it('follow from no total, as there is none beside the ranges', async () => {
    const alone = await told([...founders, ...many, joiner(joined)]);
    const active = await told([...founders, ...many, joiner(joined, used)]);
    expect(active.cohorts).toEqual(alone.cohorts);
    expect(active.onboarding).toEqual(alone.onboarding);
  });
});
