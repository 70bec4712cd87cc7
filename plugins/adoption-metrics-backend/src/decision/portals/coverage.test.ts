import fc from 'fast-check';
import { Day } from '../../time';
import {
  coverageOf,
  coverageOfAny,
  isKnown,
  judgePortal,
  STALE_DAYS,
} from './coverage';

const target = { operator: '>=', value: 0.3 } as const;
const days = (...all: Day[]): ReadonlySet<Day> => new Set(all);
const window = { from: 100, to: 128 };
const whole = days(...Array.from({ length: 28 }, (_, index) => 100 + index));

describe('coverageOf', () => {
  it('is the reported share of the days', () => {
    expect(coverageOf(window, whole, 90)).toEqual({
      coverage: 1,
      isWhole: true,
      isSeen: true,
    });
    expect(coverageOf(window, days(99, 100, 114, 128), 99).coverage).toBe(
      2 / 28,
    );
  });

  it('is of a part for a portal that began within the window', () => {
    expect(coverageOf(window, whole, 100).isWhole).toBe(true);
    expect(coverageOf(window, whole, 101).isWhole).toBe(false);
  });

  it('is nothing without a report', () => {
    const seen = coverageOf(window, days(), 90);
    expect(seen).toEqual({ coverage: 0, isWhole: true, isSeen: false });
    expect(isKnown(seen)).toBe(false);
  });

  it.each([
    [20, false],
    [21, true],
  ])('with %d of 28 days known: %s', (known, expected) => {
    const reported = new Set([...whole].slice(0, known));
    expect(isKnown(coverageOf(window, reported, 90))).toBe(expected);
  });
});

describe('coverageOfAny', () => {
  const own = { coverage: 1, isWhole: true, isSeen: true };

  it('knows the days that are known of every portal', () => {
    const [first, second] = [days(100, 101, 102), days(101, 102, 103)];
    const portals = [
      { reported: first, firstDay: 90 },
      { reported: second, firstDay: 90 },
    ];
    expect(coverageOfAny(window, portals, own).coverage).toBe(2 / 28);
  });

  it('takes a portal to be unused before its first day', () => {
    const portals = [{ reported: days(126, 127), firstDay: 126 }];
    expect(coverageOfAny(window, portals, own).coverage).toBe(1);
  });

  it('never knows more than any of them does', () => {
    const reports = fc.uniqueArray(fc.integer({ min: 90, max: 130 }));
    fc.assert(
      fc.property(fc.array(reports), fc.double(), (all, share) => {
        const portals = all.map(reported => ({
          reported: days(...reported),
          firstDay: 90,
        }));
        const coverage = Math.abs(share % 1) || 0;
        const any = coverageOfAny(window, portals, { ...own, coverage });
        const each = portals.map(
          ({ reported, firstDay }) =>
            coverageOf(window, reported, firstDay).coverage,
        );
        expect(any.coverage).toBeLessThanOrEqual(Math.min(coverage, ...each));
      }),
    );
  });
});

describe('judgePortal', () => {
  const counted = {
    active: 29,
    developers: 100,
    isKnown: true,
    lastDay: 127,
  };

  it.each([
    [29, 'missed'],
    [30, 'met'],
  ])('compares %d of 100 with 30%%: %s', (active, status) => {
    expect(judgePortal({ ...counted, active }, target, 127)).toEqual({
      status,
    });
  });

  it('lets enough people decide, and too few only where the window is known', () => {
    const unknown = { ...counted, isKnown: false };
    expect(judgePortal({ ...unknown, active: 30 }, target, 127).status).toBe(
      'met',
    );
    expect(judgePortal(unknown, target, 127)).toEqual({
      status: 'undecided',
      reason: 'window-incomplete',
    });
  });

  it('says why it is undecided', () => {
    const reasonOf = (facts: Partial<Parameters<typeof judgePortal>[0]>) =>
      judgePortal({ ...counted, isKnown: false, ...facts }, target, 127).reason;
    expect(reasonOf({ lastDay: undefined, active: undefined })).toBe('no-data');
    expect(reasonOf({ lastDay: 127 - STALE_DAYS })).toBe('stale-evidence');
    expect(reasonOf({ lastDay: 128 - STALE_DAYS })).toBe('window-incomplete');
    expect(reasonOf({ active: 101 })).toBe('misconfigured');
    expect(reasonOf({ developers: 0 })).toBe('no-data');
  });
});
