import fc from 'fast-check';
import { HeartbeatRecorder } from './HeartbeatRecorder';
import { MemoryHeartbeatStore } from './__testUtils__/MemoryHeartbeatStore';

const period = 10;

function setUp(store = new MemoryHeartbeatStore()) {
  const recorder = new HeartbeatRecorder({ store, instanceId: 'a', period });
  const beatAll = async (...instants: number[]) => {
    for (const at of instants) {
      await recorder.beat(at);
    }
  };
  return { store, recorder, beatAll };
}

function spans(store: MemoryHeartbeatStore): Array<[number, number]> {
  return store.intervals.map(each => [each.startedAt, each.lastBeatAt]);
}

describe('HeartbeatRecorder', () => {
  it('extends one interval while beats arrive in time', async () => {
    const { store, beatAll } = setUp();
    await beatAll(100, 110, 130);
    expect(store.intervals).toEqual([
      {
        instanceId: 'a',
        seq: 0,
        state: 'up',
        startedAt: 100,
        lastBeatAt: 130,
        period,
      },
    ]);
  });

  it('starts a new interval after more than two periods of silence', async () => {
    const { store, beatAll } = setUp();
    await beatAll(100, 121, 131);
    expect(store.intervals).toMatchObject([
      { seq: 0, startedAt: 100, lastBeatAt: 100 },
      { seq: 1, startedAt: 121, lastBeatAt: 131 },
    ]);
  });

  it('closes at the exact instant and ignores beats after that', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100, 110);
    await recorder.close(113, 'shutdown');
    await beatAll(114, 200);
    expect(store.intervals).toEqual([
      {
        instanceId: 'a',
        seq: 0,
        state: 'up',
        startedAt: 100,
        lastBeatAt: 113,
        period,
        closed: { at: 113, reason: 'shutdown' },
      },
    ]);
  });

  it('does not fill a lapse by closing', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100, 110);
    await recorder.close(200, 'shutdown');
    expect(store.intervals).toMatchObject([
      { lastBeatAt: 110, closed: { at: 200 } },
    ]);
  });

  it('has nothing to close before the first beat', async () => {
    const { store, recorder, beatAll } = setUp();
    await recorder.close(100, 'shutdown');
    await beatAll(105);
    expect(store.intervals).toEqual([]);
  });

  it('does not close before its last heartbeat', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100, 110);
    await recorder.close(105, 'shutdown');
    expect(store.intervals).toMatchObject([
      { lastBeatAt: 110, closed: { at: 110 } },
    ]);
  });

  it('closes after a slow heartbeat', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100);
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    const finished = [recorder.beat(110), recorder.close(112, 'shutdown')];
    open();
    await Promise.all(finished);
    expect(store.saves.map(({ lastBeatAt }) => lastBeatAt)).toEqual([
      100, 110, 112,
    ]);
    expect(store.intervals).toMatchObject([{ closed: { at: 112 } }]);
  });

  it('loses only the heartbeat that cannot be stored', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100);
    store.reachable = false;
    await expect(recorder.beat(110)).rejects.toThrow('connection refused');
    store.reachable = true;
    await beatAll(120);
    expect(spans(store)).toEqual([[100, 120]]);
  });

  it('is not up while heartbeats cannot be stored', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100);
    store.reachable = false;
    await expect(recorder.beat(110)).rejects.toThrow('connection refused');
    await expect(recorder.beat(120)).rejects.toThrow('connection refused');
    store.reachable = true;
    await beatAll(130, 140);
    expect(spans(store)).toEqual([
      [100, 100],
      [130, 140],
    ]);
  });

  it('closes every interval after the clock went back', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100, 130);
    await recorder.close(125, 'shutdown');
    expect(store.intervals).toMatchObject([
      { lastBeatAt: 100, closed: { at: 125 } },
      { lastBeatAt: 130, closed: { at: 130 } },
    ]);
  });

  it('can close again after a close that could not be stored', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100);
    store.reachable = false;
    await expect(recorder.close(105, 'shutdown')).rejects.toThrow('refused');
    store.reachable = true;
    await recorder.close(106, 'shutdown');
    expect(store.intervals).toMatchObject([{ closed: { at: 106 } }]);
  });

  it('adds nothing while the clock repeats recorded time', async () => {
    const { store, beatAll } = setUp();
    await beatAll(100, 110, 120, 103, 113, 123);
    expect(spans(store)).toEqual([[100, 123]]);
  });

  it('continues where the clock went back to, and joins what it meets', async () => {
    const { store, beatAll } = setUp();
    await beatAll(200, 205, 170, 180, 190);
    expect(spans(store)).toEqual([
      [170, 190],
      [200, 205],
    ]);
    await beatAll(203, 213);
    expect(spans(store)).toEqual([
      [170, 200],
      [200, 213],
    ]);
  });

  it('continues an instance whose history was imported before', async () => {
    const { store, beatAll } = setUp();
    await beatAll(100, 110);
    const later = setUp(store);
    await later.beatAll(100, 110, 120, 150);
    expect(store.intervals).toMatchObject([
      { seq: 0, startedAt: 100, lastBeatAt: 120 },
      { seq: 1, startedAt: 150, lastBeatAt: 150 },
    ]);
  });

  it('does not reopen an instance that was closed before', async () => {
    const { store, recorder, beatAll } = setUp();
    await beatAll(100);
    await recorder.close(105, 'shutdown');
    const later = setUp(store);
    await later.beatAll(110);
    await later.recorder.close(115, 'shutdown');
    expect(store.saves).toHaveLength(2);
  });

  describe('while the database is unreachable', () => {
    function miss(recorder: HeartbeatRecorder, ...instants: number[]) {
      instants.forEach(at => recorder.missDatabase(at));
    }

    function outagesIn(store: MemoryHeartbeatStore) {
      return store.intervals
        .filter(({ state }) => state === 'database')
        .map(each => [each.startedAt, each.lastBeatAt]);
    }

    it('stores the outage once it is over', async () => {
      const { store, recorder, beatAll } = setUp();
      await beatAll(100);
      miss(recorder, 110, 111, 112, 130);
      expect(store.saves).toHaveLength(1);
      await beatAll(131, 141);
      expect(outagesIn(store)).toEqual([[110, 131]]);
      expect(store.intervals.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    });

    it('records each outage once', async () => {
      const { store, recorder, beatAll } = setUp();
      await beatAll(100);
      miss(recorder, 110, 111);
      await beatAll(112, 120);
      miss(recorder, 130, 131);
      await beatAll(132);
      expect(outagesIn(store)).toEqual([
        [110, 112],
        [130, 132],
      ]);
    });

    it('does not record a single failure', async () => {
      const { store, recorder, beatAll } = setUp();
      await beatAll(100);
      miss(recorder, 110);
      await beatAll(111);
      expect(outagesIn(store)).toEqual([]);
      expect(spans(store)).toEqual([[100, 111]]);
    });

    it('proves nothing while it slept', async () => {
      const { store, recorder, beatAll } = setUp();
      await beatAll(100);
      miss(recorder, 110, 111, 200, 201);
      await beatAll(300);
      expect(outagesIn(store)).toEqual([
        [110, 111],
        [200, 201],
      ]);
    });

    it('tries again under the same number when it cannot be stored yet', async () => {
      const { store, recorder, beatAll } = setUp();
      await beatAll(100);
      miss(recorder, 110, 111);
      store.reachable = false;
      await expect(recorder.beat(112)).rejects.toThrow('refused');
      miss(recorder, 112);
      store.reachable = true;
      await beatAll(113);
      expect(outagesIn(store)).toEqual([[110, 113]]);
    });

    it('records the time in which it answers and refuses what is written', async () => {
      const { store, recorder, beatAll } = setUp();
      await beatAll(100);
      store.reachable = false;
      for (const at of [110, 111, 112]) {
        await expect(recorder.beat(at)).rejects.toThrow('refused');
        miss(recorder, at);
      }
      store.reachable = true;
      await beatAll(113);
      expect(outagesIn(store)).toEqual([[110, 113]]);
    });

    it('records it with the close, and nothing after that', async () => {
      const { store, recorder } = setUp();
      await recorder.beat(100);
      miss(recorder, 110, 111);
      await recorder.close(112, 'shutdown');
      miss(recorder, 113, 114);
      await recorder.close(115, 'shutdown');
      expect(outagesIn(store)).toEqual([[110, 112]]);
      expect(store.intervals).toMatchObject([
        { state: 'up', closed: { at: 112 } },
        { state: 'database' },
      ]);
    });

    it('holds a bounded number of outages', async () => {
      const { store, recorder, beatAll } = setUp();
      await beatAll(0);
      for (let i = 1; i <= 1_500; i++) {
        miss(recorder, 100 * i, 100 * i + 1);
      }
      await beatAll(200_000);
      expect(outagesIn(store)).toHaveLength(1_000);
      expect(outagesIn(store).at(-1)).toEqual([150_000, 150_001]);
    });
  });

  it('keeps a row for each of a quiet year of weekly deployments', async () => {
    const store = new MemoryHeartbeatStore();
    const [minute, week] = [60_000, 7 * 86_400_000];
    for (let run = 0; run < 3 * 52; run++) {
      const recorder = new HeartbeatRecorder({
        store,
        instanceId: `run-${run}`,
        period: 5 * minute,
      });
      const start = week * Math.floor(run / 3) + minute * (run % 3);
      for (let at = start; at < start + week; at += 5 * minute) {
        await recorder.beat(at);
      }
      await recorder.close(start + week, 'shutdown');
    }
    expect(store.saves.length).toBeGreaterThan(300_000);
    expect(store.intervals).toHaveLength(156);
  });

  it('proves the time between beats in time, to the second', async () => {
    const steps = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(steps, async gaps => {
        const { store, beatAll } = setUp();
        const instants = gaps.map((_, i) => sum(gaps.slice(0, i + 1)));
        await beatAll(...instants);
        expect(seconds(spans(store))).toEqual(provenBetween(instants));
      }),
    );
  });

  it('never overlaps, shrinks or forgets a heartbeat, whatever the clock does', async () => {
    const clock = fc.array(fc.nat(200), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(clock, async instants => {
        const { store, beatAll } = setUp();
        let known = new Set<number>();
        for (const at of instants) {
          await beatAll(at);
          const covered = seconds(spans(store));
          expect([...known].filter(each => !covered.has(each))).toEqual([]);
          expect(isDisjoint(spans(store))).toBe(true);
          expect(spans(store).some(([a, b]) => a <= at && at <= b)).toBe(true);
          known = covered;
        }
      }),
      { numRuns: 500 },
    );
  });
});

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function seconds(list: Array<[number, number]>): Set<number> {
  const covered = new Set<number>();
  for (const [from, to] of list) {
    for (let second = from; second < to; second += 1) {
      covered.add(second);
    }
  }
  return covered;
}

function provenBetween(instants: number[]): Set<number> {
  const inTime = instants
    .slice(1)
    .map((at, i): [number, number] => [instants[i], at])
    .filter(([from, to]) => to - from <= 20);
  return seconds(inTime);
}

function isDisjoint(list: Array<[number, number]>): boolean {
  return list.every(([from], i) => i === 0 || list[i - 1][1] <= from);
}
