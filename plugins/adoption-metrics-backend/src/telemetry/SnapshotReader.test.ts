import { SnapshotReader } from './SnapshotReader';

const START = Date.UTC(2026, 10, 30);

/** Replicas that share a database, each with its own reading. */
function setUp() {
  const stored = new Map<string, string>();
  const settings = {
    get: async (key: string) => stored.get(key),
    set: async (key: string, value: string) => {
      stored.set(key, value);
    },
    replace: async (key: string, expected: string | undefined, to: string) => {
      if (stored.get(key) !== expected) {
        return false;
      }
      stored.set(key, to);
      return true;
    },
  };
  const time = { now: START };
  const logger = { warn: jest.fn(), info: jest.fn() };
  const readings = { count: 0, failure: undefined as Error | undefined };
  const replica = () =>
    new SnapshotReader({
      settings,
      clock: { now: () => time.now },
      logger,
      groups: [
        {
          gauges: [],
          read: async () => {
            if (readings.failure) {
              throw readings.failure;
            }
            readings.count++;
            return [{ gauge: 'x', value: readings.count }];
          },
        },
      ],
    });
  return { stored, settings, time, logger, readings, replica };
}

describe('SnapshotReader', () => {
  it('reads once a minute, however many replicas are asked however often', async () => {
    const { time, readings, replica } = setUp();
    const replicas = [replica(), replica(), replica()];
    await replicas[0].read();
    for (let second = 0; second < 59; second += 5) {
      time.now = START + second * 1_000;
      for (const each of replicas) {
        expect(await each.read()).toEqual([{ gauge: 'x', value: 1 }]);
      }
    }
    time.now = START + 60_000;
    expect(await replicas[1].read()).toEqual([{ gauge: 'x', value: 2 }]);
    expect(await replicas[2].read()).toEqual([{ gauge: 'x', value: 2 }]);
    expect(readings.count).toBe(2);
  });

  it('says what was last known while another replica reads, for ten minutes', async () => {
    const { stored, time, readings, replica } = setUp();
    const reader = replica();
    await reader.read();
    const claimElsewhere = () =>
      stored.set('telemetry.claim', String(time.now));
    time.now = START + 9 * 60_000;
    claimElsewhere();
    expect(await reader.read()).toEqual([{ gauge: 'x', value: 1 }]);
    time.now = START + 10 * 60_000;
    claimElsewhere();
    expect(await reader.read()).toEqual([]);
    // That one died.
    time.now += 30_000;
    expect(await reader.read()).toEqual([{ gauge: 'x', value: 2 }]);
    expect(readings.count).toBe(2);
  });

  it('says nothing while nothing can be read, and logs that once', async () => {
    const { time, logger, readings, replica } = setUp();
    const reader = replica();
    readings.failure = new Error('postgres://ada:secret@db');
    for (let minute = 0; minute < 3; minute++) {
      expect(await reader.read()).toEqual([]);
      time.now += 60_000;
    }
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('secret');
    readings.failure = undefined;
    expect(await reader.read()).toHaveLength(1);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('passes over what a clock that was ahead, or another edition, has stored', async () => {
    const { stored, time, replica } = setUp();
    await replica().read();
    time.now = START - 3_600_000;
    expect(await replica().read()).toEqual([{ gauge: 'x', value: 2 }]);
    stored.set('telemetry.snapshot', '{"at":"noon"}');
    time.now += 60_000;
    expect(await replica().read()).toEqual([{ gauge: 'x', value: 3 }]);
  });
});
