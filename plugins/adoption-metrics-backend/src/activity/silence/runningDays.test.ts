import { HOUR_MS } from '../../time';
import { wasRunning } from './runningDays';

const day = { from: 24 * HOUR_MS, to: 48 * HOUR_MS };

/** Beats in hours from the start of the day. */
const beats = (...hours: Array<[number, number]>) =>
  hours.map(([from, to]) => ({
    from: day.from + from * HOUR_MS,
    to: day.from + to * HOUR_MS,
  }));

describe('wasRunning', () => {
  it.each<[string, Array<[number, number]>, boolean]>([
    ['beats all day', [[-24, 48]], true],
    [
      'is stopped every night',
      [
        [-17, -5],
        [7, 19],
        [31, 43],
      ],
      true,
    ],
    [
      'was down for a morning',
      [
        [-24, 6],
        [12, 48],
      ],
      true,
    ],
    [
      'was down for half of it',
      [
        [-24, 6],
        [18, 48],
      ],
      false,
    ],
    [
      'did not run',
      [
        [-24, -2],
        [26, 48],
      ],
      false,
    ],
    [
      'was set back from its afternoon',
      [
        [-24, 14],
        [60, 70],
      ],
      false,
    ],
    [
      'stopped on a Friday evening',
      [
        [-10, 18],
        [80, 90],
      ],
      true,
    ],
    [
      'was restarted and then stopped',
      [
        [-9, -6],
        [-5.9, -5.8],
        [40, 41],
      ],
      false,
    ],
    [
      'has single beats of a clock set by hand',
      [
        [-30, -30],
        [50, 50],
      ],
      true,
    ],
    ['has not beaten before', [[30, 40]], true],
  ])('of a portal that %s: %p', (_what, hours, expected) => {
    expect(wasRunning(day, beats(...hours))).toBe(expected);
  });
});
