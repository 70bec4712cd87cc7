import { parseDay } from '../../time';
import { usualWeekdays } from './usualWeekdays';

const MONDAY = parseDay('2026-03-02')!;

/** Weeks with so many people from Monday to Sunday. */
const weeks = (count: number, people: number[]) =>
  Array.from({ length: 7 * count }, (_, index) => ({
    day: MONDAY + index,
    reporters: people[index % 7],
  }));

describe('usualWeekdays', () => {
  it.each([
    ['Monday to Friday', [20, 20, 20, 20, 20, 0, 0], [1, 2, 3, 4, 5]],
    ['Sunday to Thursday', [20, 20, 20, 20, 0, 0, 20], [1, 2, 3, 4, 7]],
    ['few on weekends', [100, 90, 95, 99, 60, 5, 4], [1, 2, 3, 4, 5]],
    ['every day', [1, 1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7]],
    ['nobody', [0, 0, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6, 7]],
  ])('are those with a quarter of the busiest: %s', (_name, people, usual) => {
    expect([...usualWeekdays(weeks(8, people))]).toEqual(usual);
  });

  it('are all of them while nothing is known', () => {
    expect(usualWeekdays([]).size).toBe(7);
  });
});
