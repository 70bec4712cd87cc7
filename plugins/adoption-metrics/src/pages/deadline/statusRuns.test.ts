import { statusRunsOf } from './statusRuns';

const week = (
  day: number,
  state: 'watch' | 'at-risk',
  probability: number | null,
) => ({ week: `2026-11-0${day}`, state, probability });

const run = (state: 'watch' | 'at-risk', from: number, to: number) => ({
  state,
  from: `2026-11-0${from}`,
  to: `2026-11-0${to}`,
  weeks: to - from + 1,
});

describe('statusRunsOf', () => {
  it('joins weeks of the same status, the newest first', () => {
    const runs = statusRunsOf([
      week(1, 'watch', null),
      week(2, 'watch', 0.4),
      week(3, 'at-risk', 0.2),
      week(4, 'watch', 0.3),
      week(5, 'watch', null),
    ]);
    expect(runs).toEqual([
      { ...run('watch', 4, 5), first: 0.3, last: 0.3 },
      { ...run('at-risk', 3, 3), first: 0.2, last: 0.2 },
      { ...run('watch', 1, 2), first: 0.4, last: 0.4 },
    ]);
  });

  it('is empty before the first week', () => {
    expect(statusRunsOf([])).toEqual([]);
  });
});
