import fc from 'fast-check';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { Measurement } from '../samples';
import {
  createMeasurer,
  membersOf,
  recordDevelopers,
  recordHistory,
  RecordedPerson,
} from './__testUtils__/history';

jest.setTimeout(300_000);

// Everything that is expected is computed here from the days of each person,
// one by one, without the code that decides windows, weeks and months.

/** 2026-01-01, a Thursday. */
const START = Date.UTC(2026, 0, 1) / 86_400_000;
const LENGTH = 150;

const anyDay = fc.integer({ min: START, max: START + LENGTH - 1 });

const anySpans = fc
  .tuple(fc.option(anyDay), fc.option(anyDay))
  .map(([from, to]) => {
    if (from === null) {
      return [{ from: START - 10, to }];
    }
    return to !== null && to <= from
      ? [
          { from: START - 10, to },
          { from, to: null },
        ]
      : [{ from, to }];
  });

const anyPerson: fc.Arbitrary<RecordedPerson> = fc.record({
  // Few days, so that people lapse and come back.
  days: fc.oneof(
    fc.uniqueArray(anyDay, { maxLength: 6 }),
    fc.uniqueArray(anyDay, { maxLength: 60 }),
  ),
  spans: anySpans,
  excluded: fc.boolean(),
  optedOut: fc.nat(5).map(n => n === 0),
});

const anyHistory = fc.record({
  people: fc.array(anyPerson, { minLength: 1, maxLength: 12 }),
  headCount: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  /** Any day, the end of a week, or the end of four weeks. */
  measured: fc.oneof(
    anyDay,
    anyDay.map(day => mondayOf(day) + 6),
    anyDay.map(day => fourWeeksOf(day) + 27),
  ),
});

function weekday(day: number): number {
  return new Date(day * 86_400_000).getUTCDay();
}

function mondayOf(day: number): number {
  let monday = day;
  while (weekday(monday) !== 1) {
    monday--;
  }
  return monday;
}

/** Of four weeks; one of them begins on 2026-01-12. */
function fourWeeksOf(day: number): number {
  let monday = Date.UTC(2026, 0, 12) / 86_400_000 - 280;
  while (monday + 28 <= day) {
    monday += 28;
  }
  return monday;
}

interface Recorded {
  people: RecordedPerson[];
  headCount: number | undefined;
  measured: number;
}

/** What is expected of one history. */
class Oracle {
  readonly counted: RecordedPerson[];
  readonly denominator: number;
  readonly firstDay: number;

  constructor(private readonly recorded: Recorded) {
    const { people, headCount, measured } = recorded;
    this.counted = this.#countedOn(measured);
    this.denominator = headCount ?? this.#developersOn(measured).length;
    this.firstDay = Math.min(...people.flatMap(({ days }) => days));
  }

  #developersOn(day: number) {
    return this.recorded.people.filter(({ spans }) =>
      spans.some(({ from, to }) => from <= day && (to === null || day < to)),
    );
  }

  #countedOn(day: number) {
    const { people, headCount } = this.recorded;
    const developers = this.#developersOn(day);
    return (
      headCount === undefined
        ? developers
        : people.filter(
            person =>
              !person.excluded &&
              // Who was a developer and is no more has left.
              (developers.includes(person) ||
                person.spans.every(({ from }) => from > day)),
          )
    ).filter(({ optedOut }) => !optedOut);
  }

  /** Whom breakdowns count in the four weeks of the measured day. */
  fixed() {
    const { headCount, measured } = this.recorded;
    const first = fourWeeksOf(measured);
    const days = Array.from({ length: 28 }, (_, index) => first + index);
    const begun = days.find(day => this.#developersOn(day).length > 0);
    if (headCount !== undefined) {
      return this.#countedOn(first);
    }
    return begun === undefined ? [] : this.#countedOn(begun);
  }

  activeWithin(from: number, to: number, people = this.counted) {
    return people.filter(({ days }) =>
      days.some(day => from <= day && day < to),
    );
  }

  coverage(from: number, to: number): number {
    let seen = 0;
    for (let day = from; day < to; day++) {
      seen += day > this.firstDay ? 1 : 0;
    }
    return seen / (to - from);
  }

  trailing(length: number) {
    const to = this.recorded.measured + 1;
    const numerator = this.activeWithin(to - length, to).length;
    return this.#share(to - length, numerator, this.denominator);
  }

  regular() {
    const to = this.recorded.measured + 1;
    const regular = this.counted.filter(person => {
      const blocks = [7, 14, 21, 28].map(
        back => this.activeWithin(to - back, to - back + 7, [person]).length,
      );
      return blocks.filter(active => active > 0).length >= 3;
    });
    return this.#share(to - 28, regular.length, this.denominator);
  }

  stickiness() {
    const to = this.recorded.measured + 1;
    let [personDays, workingDays] = [0, 0];
    const usual = this.#usualWeekdays();
    for (let day = to - 28; day < to; day++) {
      if (usual.includes(weekday(day))) {
        workingDays += day > this.firstDay ? 1 : 0;
        personDays += this.activeWithin(day, day + 1).length;
      }
    }
    const active = this.activeWithin(to - 28, to).length;
    return this.#share(to - 28, personDays, active * workingDays);
  }

  lifecycle(previous: number, from: number) {
    const to = this.recorded.measured + 1;
    const first = ({ days }: RecordedPerson) => Math.min(...days);
    const fixed = this.fixed();
    if (fixed.length === 0) {
      return {};
    }
    const before = new Set(this.activeWithin(previous, from, fixed));
    const now = new Set(this.activeWithin(from, to, fixed));
    const count = (holds: (person: RecordedPerson) => boolean) =>
      fixed.filter(holds).length;
    const recorded = previous > this.firstDay;
    const headCount = this.recorded.headCount !== undefined;
    return {
      active: from > this.firstDay ? now.size : undefined,
      new: recorded ? count(p => now.has(p) && first(p) >= from) : undefined,
      returning: recorded ? count(p => now.has(p) && before.has(p)) : undefined,
      reactivated: recorded
        ? count(p => now.has(p) && !before.has(p) && first(p) < from)
        : undefined,
      lapsed: recorded ? count(p => !now.has(p) && before.has(p)) : undefined,
      neverSeen:
        from > this.firstDay && !headCount
          ? count(p => !p.days.some(day => day < to))
          : undefined,
    };
  }

  /** Those with a quarter of the people of the busiest, in eight weeks. */
  #usualWeekdays(): number[] {
    const { people, measured } = this.recorded;
    const means = [0, 1, 2, 3, 4, 5, 6].map(each => {
      const counts: number[] = [];
      for (let day = measured - 55; day <= measured; day++) {
        if (weekday(day) === each && day >= START && day < START + LENGTH) {
          const there = people.filter(({ days }) => days.includes(day));
          // Some action was counted on every day.
          counts.push(Math.max(1, there.length));
        }
      }
      const sum = counts.reduce((total, count) => total + count, 0);
      return counts.length === 0 ? 0 : sum / counts.length;
    });
    return [0, 1, 2, 3, 4, 5, 6].filter(
      each => means[each] >= Math.max(...means) / 4,
    );
  }

  #share(from: number, numerator: number, denominator: number) {
    const to = this.recorded.measured + 1;
    return {
      numerator,
      denominator,
      coverage: this.coverage(from, to),
      value:
        from > this.firstDay && denominator > 0
          ? numerator / denominator
          : undefined,
    };
  }
}

function expectAsRecorded(measured: Measurement[], recorded: Recorded): void {
  const oracle = new Oracle(recorded);
  const one = (dimension: string, member = '') =>
    membersOf(measured, dimension)[member];
  expect(one('headline')).toMatchObject(oracle.trailing(28));
  expect(one('days', '7')).toMatchObject(oracle.trailing(7));
  expect(one('days', '1')).toMatchObject(oracle.trailing(1));
  expect(one('regular')).toMatchObject(oracle.regular());
  expect(one('stickiness')).toMatchObject(oracle.stickiness());

  const tomorrow = recorded.measured + 1;
  const numerators = (dimension: string) =>
    Object.fromEntries(
      Object.entries(membersOf(measured, dimension)).map(
        ([kind, { numerator }]) => [kind, numerator],
      ),
    );
  const start = fourWeeksOf(recorded.measured);
  expect(numerators('lifecycle-four-weeks')).toEqual(
    start + 28 === tomorrow ? oracle.lifecycle(start - 28, start) : {},
  );
  const sunday = weekday(tomorrow) === 1;
  expect(numerators('lifecycle-week')).toEqual(
    sunday ? oracle.lifecycle(tomorrow - 14, tomorrow - 7) : {},
  );
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('measuring, %p', engine => {
  it('equals counting by hand, before and after retention', async () => {
    const knex = await databases.create(engine);
    await fc.assert(
      fc.asyncProperty(anyHistory, async recorded => {
        const { people, headCount, measured } = recorded;
        const { measurer } = createMeasurer(knex, headCount);
        const all = Array.from({ length: LENGTH }, (_, i) => START + i);
        await recordHistory(knex, people, all);
        const { denominator } = new Oracle({
          ...recorded,
          headCount: undefined,
        });
        await recordDevelopers(knex, START - 10, denominator);

        await measurer.prepare(all);
        const before = await measurer.measure(measured);
        expectAsRecorded(before, recorded);

        // Twice four weeks are behind a day; what lies before may go.
        await knex('person_days')
          .where('day', '<', measured - 55)
          .delete();
        await measurer.prepare(all);
        expect(await measurer.measure(measured)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});
