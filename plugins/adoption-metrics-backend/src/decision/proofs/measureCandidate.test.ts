import fc from 'fast-check';
import { measureCandidate, Trial } from './measureCandidate';

const FROM = 20_000;
const days = { from: FROM, to: FROM + 14 };
const all = Array.from({ length: 14 }, (_, index) => FROM + index);

/** A team of ten, of whom some came first on these days of the trial. */
function measure(
  firstDays: number[],
  given: Partial<Omit<Trial, 'firstDays'>> = {},
) {
  return measureCandidate({
    days,
    today: FROM + 14,
    size: 10,
    goal: 0.3,
    reported: all,
    ...given,
    firstDays: firstDays.map(day => FROM + day - 1),
  });
}

describe('what a team makes of a candidate', () => {
  it('reaches 30% with 3 of 10 on day 6', () => {
    expect(measure([1, 4, 6, 9])).toMatchObject({
      needed: 3,
      active: 4,
      daysToGoal: 6,
      goalReachedOn: FROM + 5,
    });
  });

  it('takes whole people', () => {
    expect(measure([2, 3, 4], { size: 11 })).toMatchObject({
      needed: 4,
      active: 3,
      daysToGoal: undefined,
    });
    // 0.07 × 100 is a little more than 7 in floating point.
    expect(measure([], { size: 100, goal: 0.07 }).needed).toBe(7);
  });

  it('counts people from their first day on', () => {
    const { byDay } = measure([1, 3, 3]);
    expect(byDay.slice(0, 4).map(({ active }) => active)).toEqual([1, 1, 3, 3]);
    expect(byDay.at(-1)).toEqual({ day: FROM + 13, active: 3 });
  });

  it('says nothing of the day that is not over, and of later ones', () => {
    const measured = measure([1, 4, 6], { today: FROM + 5 });
    expect(measured).toMatchObject({ active: 2, daysToGoal: undefined });
    expect(measured.byDay).toHaveLength(5);
  });

  it('knows nothing where nothing was reported', () => {
    const measured = measure([], { reported: [] });
    expect(measured).toMatchObject({
      active: undefined,
      lastReportedDay: undefined,
      missingDays: 14,
    });
    expect(new Set(measured.byDay.map(({ active }) => active))).toEqual(
      new Set([undefined]),
    );
  });

  it('knows that nobody came where days were reported', () => {
    expect(measure([])).toMatchObject({ active: 0, missingDays: 0 });
  });

  it('names days without a report', () => {
    const reported = all.filter(day => day !== FROM + 2);
    const measured = measure([1, 4], { reported });
    expect(measured).toMatchObject({
      active: 2,
      missingDays: 1,
      lastReportedDay: FROM + 13,
    });
    expect(measured.byDay[2].active).toBeUndefined();
    expect(measured.byDay[3].active).toBe(2);
  });

  it('never falls, never exceeds its team, and reaches its goal once', () => {
    const first = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 10 });
    const today = fc.integer({ min: FROM - 2, max: FROM + 20 });
    fc.assert(
      fc.property(first, today, (firstDays, now) => {
        const { byDay, needed, active, daysToGoal } = measure(firstDays, {
          today: now,
        });
        const counts = byDay.map(each => each.active!);
        expect(counts).toEqual(counts.toSorted((a, b) => a - b));
        expect(counts.at(-1)).toBe(active);
        const reached = counts.findIndex(count => count >= needed);
        expect(daysToGoal).toBe(reached < 0 ? undefined : reached + 1);
      }),
    );
  });
});
