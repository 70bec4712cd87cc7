import fc from 'fast-check';
import { Day, weekdayOf } from '../../time';
import { DayEvidence, judgeSilence } from './judgeSilence';

/** A Monday. */
const MONDAY: Day = 20458;

/** Days on which nobody came, unless said otherwise. */
function days(
  count: number,
  of: (index: number, day: Day) => Partial<DayEvidence>,
): DayEvidence[] {
  return Array.from({ length: count }, (_, index) => ({
    day: MONDAY + index,
    reporters: 0,
    readers: 0,
    reportingReaders: 0,
    failedReporters: 0,
    isRunning: true,
    isHoliday: false,
    ...of(index, MONDAY + index),
  }));
}

/** Twenty people from Sunday to Thursday until a day, and nobody from then on. */
function sundayToThursday(
  until: number,
  then: (index: number) => Partial<DayEvidence> = () => ({}),
) {
  return (index: number, day: Day): Partial<DayEvidence> => {
    const works = weekdayOf(day) === 7 || weekdayOf(day) <= 4;
    if (index >= until) {
      return then(index);
    }
    return works ? { reporters: 20, readers: 10, reportingReaders: 9 } : {};
  };
}

describe('judgeSilence', () => {
  it('starts these tests on a Monday', () => {
    expect(weekdayOf(MONDAY)).toBe(1);
  });

  it('takes weekends of any days for observed', () => {
    expect(judgeSilence(days(200, sundayToThursday(200)))).toEqual({
      unobserved: new Map(),
      quietSince: undefined,
    });
  });

  it('says nothing of an installation that nobody has used', () => {
    expect(judgeSilence(days(400, () => ({}))).unobserved.size).toBe(0);
  });

  it('waits for five working days when only silence speaks', () => {
    // Sunday to Thursday; the first silent day is a Monday.
    expect(judgeSilence(days(140 + 6, sundayToThursday(140)))).toEqual({
      unobserved: new Map(),
      quietSince: undefined,
    });
    const { unobserved, quietSince } = judgeSilence(
      days(140 + 7, sundayToThursday(140)),
    );
    expect(quietSince).toBe(MONDAY + 140);
    expect([...unobserved.keys()]).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map(each => MONDAY + 140 + each),
    );
    expect(new Set(unobserved.values())).toEqual(new Set(['long-silence']));
  });

  it('does not count holidays as silent working days', () => {
    const history = days(
      140 + 7,
      sundayToThursday(140, index => ({ isHoliday: index < 142 })),
    );
    expect(judgeSilence(history).unobserved.size).toBe(0);
  });

  it('believes several readers without a report at once, and one never', () => {
    const withReaders = (readers: number) =>
      judgeSilence(
        days(
          141,
          sundayToThursday(140, () => ({ readers })),
        ),
      ).unobserved;
    expect(withReaders(1).size).toBe(0);
    expect(withReaders(6)).toEqual(
      new Map([[MONDAY + 140, 'readers-without-reports']]),
    );
  });

  it('believes failed batches of two people, and of one not', () => {
    const failing = (failedReporters: number) =>
      judgeSilence(
        days(
          141,
          sundayToThursday(140, () => ({ failedReporters })),
        ),
      ).unobserved;
    expect(failing(1).size).toBe(0);
    expect(failing(2)).toEqual(new Map([[MONDAY + 140, 'failed-batches']]));
  });

  it('observes nothing while no replica runs', () => {
    const history = days(
      141,
      sundayToThursday(140, () => ({ isRunning: false })),
    );
    expect(judgeSilence(history).unobserved).toEqual(
      new Map([[MONDAY + 140, 'not-running']]),
    );
  });

  it('waits longer where the vacations of few people may meet', () => {
    const regulars = (until: number) => (index: number, day: Day) =>
      index < until && weekdayOf(day) <= 5
        ? { reporters: 1 + (index % 3) }
        : {};
    const quietAfter = (count: number) =>
      judgeSilence(days(140 + count, regulars(140))).quietSince;
    expect(quietAfter(7)).toBeUndefined();
    // The weekend before is part of the silence.
    expect(quietAfter(14)).toBe(MONDAY + 138);
  });

  it('has an explanation for a long silence when people read', () => {
    const { unobserved, quietSince } = judgeSilence(
      days(
        150,
        sundayToThursday(140, index => ({ readers: index > 141 ? 5 : 0 })),
      ),
    );
    expect(quietSince).toBeUndefined();
    expect(unobserved.get(MONDAY + 140)).toBe('long-silence');
    expect(unobserved.get(MONDAY + 143)).toBe('readers-without-reports');
  });

  describe('whatever happened', () => {
    const evidence = fc
      .record({
        length: fc.integer({ min: 0, max: 160 }),
        visitors: fc.constantFrom(0.5, 2, 8, 30),
        workingDays: fc.integer({ min: 1, max: 7 }),
        seed: fc.array(fc.nat(99), { minLength: 200, maxLength: 200 }),
      })
      .map(({ length, visitors, workingDays, seed }) =>
        days(length, (index, day) => {
          const luck = seed[index] / 100;
          const works = weekdayOf(day) <= workingDays && index < length - 20;
          const reporters = works ? Math.floor(2 * visitors * luck) : 0;
          return {
            reporters,
            readers: seed[index] % 7 === 0 ? 3 : 0,
            failedReporters: seed[index] % 31 === 0 ? 2 : 0,
            isRunning: seed[index] % 41 !== 0,
            isHoliday: seed[index] % 37 === 0,
          };
        }),
      );

    it('observes every day with a report', () => {
      fc.assert(
        fc.property(evidence, history => {
          const { unobserved } = judgeSilence(history);
          const reported = history.filter(({ reporters }) => reporters > 0);
          expect(reported.filter(({ day }) => unobserved.has(day))).toEqual([]);
        }),
      );
    });

    it('keeps a judgment while a silence lasts and after it has ended', () => {
      fc.assert(
        fc.property(evidence, fc.nat(200), (history, cut) => {
          const earlier = judgeSilence(history.slice(0, cut)).unobserved;
          const later = judgeSilence(history).unobserved;
          const gone = [...earlier.keys()].filter(day => !later.has(day));
          expect(gone).toEqual([]);
        }),
      );
    });

    it('judges a day without people only because nothing ran', () => {
      fc.assert(
        fc.property(evidence, history => {
          const alone = history.map(each => ({
            ...each,
            reporters: 0,
            readers: Math.min(1, each.readers),
            failedReporters: Math.min(1, each.failedReporters),
          }));
          const notRunning = alone.filter(({ isRunning }) => !isRunning);
          expect([...judgeSilence(alone).unobserved]).toEqual(
            notRunning.map(({ day }) => [day, 'not-running']),
          );
        }),
      );
    });
  });
});
