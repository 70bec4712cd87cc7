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
});
