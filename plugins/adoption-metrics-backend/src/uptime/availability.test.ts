import {
  Availability,
  UptimeEvidence,
  measureAvailability,
} from './availability';
import { HeartbeatInterval } from './heartbeat';

const minute = 60_000;
const period = 15_000;
const now = 100 * minute;
const window = { from: 0, to: 60 * minute };

type Ending = 'shutdown' | 'silence';

function ran(
  instanceId: string,
  [from, to]: [number, number],
  ending: Ending = 'silence',
): HeartbeatInterval {
  return {
    instanceId,
    seq: 0,
    state: 'up',
    startedAt: from,
    lastBeatAt: to,
    period,
    ...(ending === 'shutdown' && { closed: { at: to, reason: 'shutdown' } }),
  };
}

function measure(
  heartbeats: HeartbeatInterval[],
  rest: Partial<UptimeEvidence> = {},
): Availability {
  const firstBeatAt = heartbeats.length
    ? Math.min(...heartbeats.map(({ startedAt }) => startedAt))
    : undefined;
  return measureAvailability({ window, now, firstBeatAt, heartbeats, ...rest });
}

describe('measureAvailability', () => {
  it('counts the time that one process covers as up', () => {
    expect(measure([ran('a', [0, 60 * minute])])).toMatchObject({
      up: 60 * minute,
      down: 0,
      maintenance: 0,
      unknown: 0,
      beforeInstallation: 0,
      accountable: 60 * minute,
      strict: 1,
      lenient: 1,
      coverage: 1,
      incidents: [],
      firstObservedAt: 0,
    });
  });

  it('sees no downtime in a rolling deployment of two replicas', () => {
    const result = measure([
      ran('a', [0, 20 * minute], 'shutdown'),
      ran('b', [0, 25 * minute], 'shutdown'),
      ran('c', [19 * minute, 60 * minute]),
      ran('d', [24 * minute, 60 * minute]),
    ]);
    expect(result).toMatchObject({ down: 0, strict: 1, incidents: [] });
  });

  it('sees no downtime when one of two replicas crashes', () => {
    const result = measure([
      ran('a', [0, 60 * minute]),
      ran('b', [0, 20 * minute]),
      ran('c', [40 * minute, 60 * minute]),
    ]);
    expect(result).toMatchObject({ down: 0, strict: 1, incidents: [] });
  });

  it('sees exactly the gap when all replicas crash', () => {
    const result = measure([
      ran('a', [0, 20 * minute]),
      ran('b', [5 * minute, 20 * minute + 5_000]),
      ran('c', [26 * minute + 5_000, 60 * minute]),
    ]);
    expect(result).toMatchObject({
      up: 54 * minute,
      down: 6 * minute,
      strict: 0.9,
      lenient: 0.9,
      coverage: 1,
      incidents: [
        {
          from: 20 * minute + 5_000,
          to: 26 * minute + 5_000,
          cause: 'crash',
        },
      ],
    });
  });

  it('distinguishes a planned restart from a crash', () => {
    const { incidents, down } = measure([
      ran('a', [0, 20 * minute], 'shutdown'),
      ran('b', [21 * minute, 40 * minute]),
      ran('c', [43 * minute, 60 * minute]),
    ]);
    expect(down).toBe(4 * minute);
    expect(incidents).toMatchObject([
      { from: 20 * minute, to: 21 * minute, cause: 'planned-restart' },
      { from: 40 * minute, to: 43 * minute, cause: 'crash' },
    ]);
  });

  it('blames the process that was the last to go', () => {
    const { incidents } = measure([
      ran('a', [0, 19 * minute], 'shutdown'),
      ran('b', [0, 20 * minute]),
      ran('c', [21 * minute, 60 * minute]),
    ]);
    expect(incidents).toMatchObject([{ cause: 'crash' }]);
  });

  it('counts the sleep of a machine as an interruption, not as a crash', () => {
    const { down, incidents } = measure([
      ran('a', [0, 20 * minute]),
      { ...ran('a', [50 * minute, 60 * minute]), seq: 1 },
    ]);
    expect(down).toBe(30 * minute);
    expect(incidents).toMatchObject([
      { from: 20 * minute, to: 50 * minute, cause: 'interruption' },
    ]);
  });

  it('explains an outage that began before the window', () => {
    const heartbeats = [
      ran('a', [0, 20 * minute], 'shutdown'),
      ran('b', [40 * minute, 60 * minute]),
    ];
    const { incidents } = measure(heartbeats, {
      window: { from: 30 * minute, to: 60 * minute },
    });
    expect(incidents).toMatchObject([
      { from: 30 * minute, to: 40 * minute, cause: 'planned-restart' },
    ]);
  });

  it('excludes time before the installation', () => {
    const result = measure([ran('a', [0, 60 * minute])], {
      installedAt: 20 * minute,
    });
    expect(result).toMatchObject({
      beforeInstallation: 20 * minute,
      accountable: 40 * minute,
      up: 40 * minute,
      strict: 1,
      firstObservedAt: 20 * minute,
    });
  });

  it('takes the first start as part of the installation', () => {
    const result = measure([ran('a', [11 * minute, 60 * minute])], {
      installedAt: 10 * minute,
    });
    expect(result).toMatchObject({
      beforeInstallation: 11 * minute,
      down: 0,
      firstObservedAt: 11 * minute,
    });
  });

  it('has no values where nothing was ever observed', () => {
    const result = measure([], { installedAt: 0 });
    expect(result).toMatchObject({
      beforeInstallation: 60 * minute,
      accountable: 0,
      incidents: [],
    });
    expect(result.strict).toBeUndefined();
    expect(result.lenient).toBeUndefined();
    expect(result.coverage).toBeUndefined();
    expect(result.firstObservedAt).toBeUndefined();
  });

  it('counts a portal that never came back as down', () => {
    const result = measure([ran('a', [0, 30 * minute])]);
    expect(result).toMatchObject({ up: 30 * minute, down: 30 * minute });
  });

  it('does not judge what is still to come', () => {
    const result = measure([ran('a', [0, 30 * minute])], { now: 30 * minute });
    expect(result).toMatchObject({ accountable: 30 * minute, strict: 1 });
  });

  it.each([
    [2 * period, 0],
    [2 * period + 1, 2 * period + 1],
  ])('%p ms after the newest beat, %p ms are down', (silence, down) => {
    const result = measure([ran('a', [0, 30 * minute])], {
      now: 30 * minute + silence,
    });
    expect(result.down).toBe(down);
  });

  it('is down at once after the last process was stopped', () => {
    const stopped = ran('a', [0, 30 * minute], 'shutdown');
    expect(measure([stopped], { now: 30 * minute + 1 }).down).toBe(1);
  });

  it('survives a heartbeat from the future, as after a clock step', () => {
    const result = measure([ran('a', [0, 90 * minute])], { now: 30 * minute });
    expect(result).toMatchObject({ up: 30 * minute, down: 0, strict: 1 });
  });

  it('gives no time to a window that has not begun', () => {
    const result = measure([ran('a', [0, 5])], { window, now: -10 });
    expect(result).toMatchObject({ accountable: 0, beforeInstallation: 0 });
  });
});
