import { english } from '../../__testUtils__/english';
import { dayText, daysSentence, timelineDays } from './timelineDays';

type Timeline = Parameters<typeof timelineDays>[0]['timeline'];

const berlin = 'Europe/Berlin';

function daysOf(range: { from: string; to: string }, timeline: Timeline) {
  const report = { range, timeline } as Parameters<typeof timelineDays>[0];
  return timelineDays(report, berlin);
}

describe('timelineDays', () => {
  it('dimensions a stretch at midnight of the time zone', () => {
    const days = daysOf(
      { from: '2026-11-20T23:00:00.000Z', to: '2026-11-22T11:00:00.000Z' },
      [
        {
          from: '2026-11-20T23:00:00.000Z',
          to: '2026-11-21T22:50:00.000Z',
          state: 'up',
        },
        {
          from: '2026-11-21T22:50:00.000Z',
          to: '2026-11-21T23:20:00.000Z',
          state: 'down',
        },
        {
          from: '2026-11-21T23:20:00.000Z',
          to: '2026-11-22T11:00:00.000Z',
          state: 'up',
        },
      ],
    );
    expect(days.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22']);
    expect(days[0].seconds).toMatchObject({ down: 600, unobserved: 0 });
    expect(days[1].seconds).toMatchObject({ down: 1200, unobserved: 0 });
    expect(days[1].seconds.up).toBe(11 * 3600 + 40 * 60);
  });

  it('knows that a day in autumn has 25 hours', () => {
    const range = {
      from: '2026-10-24T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    };
    const days = daysOf(range, [{ ...range, state: 'up' }]);
    expect(days).toHaveLength(1);
    expect(days[0].seconds).toMatchObject({ up: 25 * 3600, unobserved: 0 });
  });

  it('takes what is not reported for not observed', () => {
    const days = daysOf(
      { from: '2026-11-20T23:00:00.000Z', to: '2026-11-22T23:00:00.000Z' },
      [
        {
          from: '2026-11-22T11:00:00.000Z',
          to: '2026-11-22T23:00:00.000Z',
          state: 'up',
        },
      ],
    );
    expect(days.map(day => dayText(day, english))).toEqual([
      'Not observed',
      'Up, not observed 12 h',
    ]);
    expect(daysSentence(days, english)).toBe(
      'No incidents in 1 observed day out of 2.',
    );
  });
});

describe('restarts', () => {
  it('leave a day without an incident, and are counted', () => {
    const at = (time: string) => `2026-11-21T${time}.000Z`;
    const restart = { state: 'down', kind: 'restart' } as const;
    const days = daysOf({ from: at('00:00:00'), to: at('12:00:00') }, [
      { from: at('00:00:00'), to: at('08:00:00'), state: 'up' },
      { from: at('08:00:00'), to: at('08:00:40'), ...restart },
      { from: at('08:00:40'), to: at('09:00:00'), state: 'up' },
      { from: at('09:00:00'), to: at('09:00:04'), ...restart },
      { from: at('09:00:04'), to: at('12:00:00'), state: 'up' },
    ]);
    expect(days[0]).toMatchObject({
      seconds: { down: 0, restart: 44 },
      restarts: 2,
    });
    expect(dayText(days[0], english)).toBe('Up, 2 restarts (44 s)');
    expect(daysSentence(days, english)).toBe(
      'No incidents in 1 day. 2 restarts, 44 s in total.',
    );
  });
});

describe('dayText', () => {
  const none = {
    up: 0,
    maintenance: 0,
    unknown: 0,
    restart: 0,
    down: 0,
    unobserved: 0,
  };

  it.each([
    [{ up: 86_400 }, 'Up'],
    [{ up: 80_000, down: 0.2 }, 'Down <1 s'],
    [
      { up: 80_000, down: 1140, unknown: 425 },
      'Down 19 min, unknown 7 min 5 s',
    ],
    [{ up: 80_000, maintenance: 7200 }, 'Up, maintenance 2 h'],
    [{ maintenance: 86_400 }, 'Maintenance 1 d'],
    [{ unobserved: 86_400 }, 'Not observed'],
    [{ up: 80_000, restart: 44 }, 'Up, 1 restart (44 s)'],
  ])('writes %j as %s', (seconds, text) => {
    const day = {
      day: '2026-11-22',
      seconds: { ...none, ...seconds },
      restarts: 0,
    };
    expect(dayText(day, english)).toBe(text);
  });
});
