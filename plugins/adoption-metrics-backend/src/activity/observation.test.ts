import { parseDay } from '../time';
import { observe } from './observation';

const MONDAY = parseDay('2026-03-02')!;

/** A working week from Sunday to Thursday. */
const usualWeekdays = new Set([7, 1, 2, 3, 4]);

const observed = { usualWeekdays, unobserved: new Set<number>() };

/** Days of the week from `MONDAY` on. */
function days(...indexes: number[]) {
  return new Set(indexes.map(index => MONDAY + index));
}

describe('observe', () => {
  const week = { from: MONDAY, to: MONDAY + 7 };

  it('observes nothing before the first day, and that day only in part', () => {
    const firstDay = MONDAY + 2;
    expect(observe(week, { ...observed, firstDay })).toEqual({
      coverage: 4 / 7,
      complete: false,
      silent: false,
      workingDays: 2,
    });
    const never = { ...observed, firstDay: undefined };
    expect(observe(week, never)).toMatchObject({
      coverage: 0,
      complete: false,
    });
  });

  const firstDay = MONDAY - 1;
  const without = (unobserved: Set<number>, window = week) =>
    observe(window, { firstDay, usualWeekdays, unobserved });

  it('leaves out days on which nobody could be counted', () => {
    expect(without(days(1))).toEqual({
      coverage: 6 / 7,
      complete: true,
      silent: false,
      workingDays: 4,
    });
  });

  it('says nothing once too many of the usual days are unknown', () => {
    expect(without(days(0, 1, 4, 5)).silent).toBe(false);
    expect(without(days(0, 1, 2))).toMatchObject({
      coverage: 4 / 7,
      silent: true,
    });
    const day = (index: number) => ({
      from: MONDAY + index,
      to: MONDAY + index + 1,
    });
    expect(without(days(1), day(1))).toMatchObject({
      coverage: 0,
      silent: true,
    });
    expect(without(days(1), day(4)).silent).toBe(false);
    expect(without(days(4), day(4)).silent).toBe(true);
  });
});
