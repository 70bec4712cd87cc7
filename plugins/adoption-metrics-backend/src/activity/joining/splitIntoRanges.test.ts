import fc from 'fast-check';
import { formatDay, Interval, parseDay, weekdayOf } from '../../time';
import { splitIntoRanges } from './splitIntoRanges';

const MINIMUM = 5;
const dayOf = (text: string) => parseDay(text)!;

/** Cuts the weeks by how many people joined on which days. */
function cut(weeks: Interval, joined: number[], minimum = MINIMUM) {
  const countIn = (range: Interval) => peopleIn(range, joined);
  return splitIntoRanges(weeks, { countIn, minimum });
}

function peopleIn({ from, to }: Interval, joined: number[]): number {
  return joined.filter(day => from <= day && day < to).length;
}

function written(ranges: Interval[]) {
  return ranges.map(({ from, to }) => [formatDay(from), formatDay(to)]);
}

const repeat = (day: string, times: number) =>
  Array.from({ length: times }, () => dayOf(day));

describe('splitIntoRanges', () => {
  const year = { from: dayOf('2025-12-29'), to: dayOf('2027-01-04') };

  it.each([
    ['a week', '2026-01-02', ['2025-12-29', '2026-01-05']],
    // The Thursday of the last week of January is the 29th.
    ['a month', '2026-01-20', ['2025-12-29', '2026-02-02']],
    ['a quarter', '2026-03-29', ['2025-12-29', '2026-03-30']],
    ['half a year', '2026-06-01', ['2025-12-29', '2026-06-29']],
    ['a whole year', '2026-08-01', ['2025-12-29', '2027-01-04']],
  ])('takes %s where that is the first to suffice', (_, last, range) => {
    const joined = [...repeat('2025-12-30', 1), ...repeat(last, 4)];
    expect(written(cut(year, joined))).toEqual([range]);
  });

  it('begins with the first week in which anyone joined', () => {
    expect(written(cut(year, repeat('2026-08-05', 5)))).toEqual([
      ['2026-08-03', '2026-08-10'],
    ]);
  });

  it('goes on from where a range ended, in the middle of a month', () => {
    const joined = [
      ...repeat('2026-01-06', 6),
      ...repeat('2026-01-13', 2),
      ...repeat('2026-01-27', 3),
      ...repeat('2026-02-03', 5),
    ];
    const weeks = { from: dayOf('2026-01-05'), to: dayOf('2026-02-16') };
    expect(written(cut(weeks, joined))).toEqual([
      ['2026-01-05', '2026-01-12'],
      ['2026-01-12', '2026-02-02'],
      ['2026-02-02', '2026-02-09'],
    ]);
  });

  it('has no range while too few have joined, and none of a step that is not over', () => {
    expect(cut(year, repeat('2026-01-06', 4))).toEqual([]);
    const weeks = { from: year.from, to: dayOf('2026-01-26') };
    const joined = [...repeat('2026-01-06', 4), ...repeat('2026-01-13', 4)];
    expect(cut(weeks, joined)).toEqual([]);
  });

  const start = dayOf('2026-01-05');
  const anyWeeks = fc.integer({ min: 1, max: 120 });
  const anyJoined = fc.array(
    fc.integer({ min: start, max: start + 7 * 120 - 1 }),
    { maxLength: 150 },
  );
  const anyMinimum = fc.integer({ min: 1, max: 12 });

  it('puts everyone into one range at most, whole and large enough, the finest that is', () => {
    fc.assert(
      fc.property(anyJoined, anyWeeks, anyMinimum, (joined, weeks, minimum) => {
        const whole = { from: start, to: start + 7 * weeks };
        const ranges = cut(whole, joined, minimum);
        let next = start;
        for (const range of ranges) {
          expect(range.from).toBeGreaterThanOrEqual(next);
          expect(peopleIn({ from: next, to: range.from }, joined)).toBe(0);
          expect(weekdayOf(range.to)).toBe(1);
          expect(range.to).toBeLessThanOrEqual(whole.to);
          expect(peopleIn(range, joined)).toBeGreaterThanOrEqual(minimum);
          const week = { from: range.from, to: range.from + 7 };
          expect(range.to === week.to || peopleIn(week, joined) < minimum).toBe(
            true,
          );
          next = range.to;
        }
      }),
    );
  });

  it('never changes a range as time goes on', () => {
    fc.assert(
      fc.property(anyJoined, anyWeeks, anyWeeks, (joined, one, other) => {
        const [early, late] = [one, other]
          .sort((a, b) => a - b)
          .map(weeks => cut({ from: start, to: start + 7 * weeks }, joined));
        expect(late.slice(0, early.length)).toEqual(early);
      }),
    );
  });
});
