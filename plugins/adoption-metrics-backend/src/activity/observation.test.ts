import { parseDay } from '../time';
import { observe, silentDays } from './observation';

const MONDAY = parseDay('2026-03-02')!;

/** Days of the weeks from `MONDAY` on, such as `[0, 4]` for a Friday. */
function reported(...days: number[]) {
  return new Set(days.map(day => MONDAY + day));
}

function silentAmong(from: number, to: number, days: Set<number>) {
  const within = { from: MONDAY + from, to: MONDAY + to };
  return [...silentDays(within, days)].map(day => day - MONDAY);
}

describe('silentDays', () => {
  it('are working days without reports after four with reports', () => {
    expect(silentAmong(0, 7, reported(0, 1, 2, 3))).toEqual([4]);
    expect(silentAmong(0, 7, reported(0, 1, 3, 4))).toEqual([]);
    expect(silentAmong(4, 5, reported(1, 2, 3))).toEqual([]);
  });

  it('looks at the working days before a weekend', () => {
    expect(silentAmong(5, 9, reported(1, 2, 3, 4))).toEqual([7, 8]);
    expect(silentAmong(5, 9, reported(1, 2, 3, 4, 5, 6))).toEqual([7, 8]);
  });

  it('last while nothing is reported, for up to four weeks', () => {
    const silent = silentAmong(0, 60, reported(0, 1, 2, 3));
    expect(silent[0]).toBe(4);
    expect(silent.at(-1)).toBe(31);
    expect(silent).toHaveLength(20);
  });

  it('end with a report, and begin again only after four working days with reports', () => {
    expect(silentAmong(0, 14, reported(0, 1, 2, 3, 7, 8, 9))).toEqual([4]);
  });

  it('are none before the first report', () => {
    expect(silentAmong(0, 14, new Set())).toEqual([]);
  });
});

describe('observe', () => {
  const week = { from: MONDAY, to: MONDAY + 7 };
  const none = new Set<number>();

  it('observes nothing before the first day, and that day only in part', () => {
    const firstDay = MONDAY + 2;
    expect(observe(week, { firstDay, silent: none })).toEqual({
      coverage: 4 / 7,
      complete: false,
      silent: false,
      workingDays: 2,
    });
    expect(observe(week, { firstDay: undefined, silent: none })).toMatchObject({
      coverage: 0,
      complete: false,
    });
  });

  it('leaves out days on which collection failed', () => {
    const firstDay = MONDAY - 1;
    const silent = new Set([MONDAY + 1]);
    expect(observe(week, { firstDay, silent })).toEqual({
      coverage: 6 / 7,
      complete: true,
      silent: false,
      workingDays: 4,
    });
    const working = new Set([0, 1, 2, 3, 4].map(day => MONDAY + day));
    expect(observe(week, { firstDay, silent: working })).toMatchObject({
      coverage: 2 / 7,
      silent: true,
    });
    const sunday = { from: MONDAY + 6, to: MONDAY + 7 };
    expect(observe(sunday, { firstDay, silent }).silent).toBe(false);
    const day = { from: MONDAY + 1, to: MONDAY + 2 };
    expect(observe(day, { firstDay, silent })).toMatchObject({
      coverage: 0,
      silent: true,
    });
  });
});
