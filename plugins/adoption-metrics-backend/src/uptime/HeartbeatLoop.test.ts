import { mockServices } from '@backstage/backend-test-utils';
import { systemClock } from 'backstage-plugin-adoption-metrics-node';
import { HeartbeatLoop } from './HeartbeatLoop';
import { HeartbeatRecorder } from './HeartbeatRecorder';
import { MemoryHeartbeatStore } from './__testUtils__/MemoryHeartbeatStore';

const startOfTest = Date.UTC(2026, 10, 23);
const period = 15_000;

function setUp() {
  const store = new MemoryHeartbeatStore();
  const recorder = new HeartbeatRecorder({ store, instanceId: 'a', period });
  const health = { getReadiness: jest.fn(async () => ({ status: 200 })) };
  const logger = mockServices.logger.mock();
  const loop = new HeartbeatLoop({
    recorder,
    store,
    health,
    logger,
    period,
    clock: systemClock,
  });
  const setReadiness = (status: number) =>
    health.getReadiness.mockImplementation(async () => ({ status }));
  return { store, health, logger, loop, setReadiness };
}

function spans(store: MemoryHeartbeatStore): Array<[number, number]> {
  return store.intervals.map(each => [
    each.startedAt - startOfTest,
    each.lastBeatAt - startOfTest,
  ]);
}

function pass(milliseconds: number): Promise<void> {
  return jest.advanceTimersByTimeAsync(milliseconds);
}

describe('HeartbeatLoop', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: startOfTest });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('beats at once and then every period', async () => {
    const { store, loop } = setUp();
    loop.start();
    await pass(0);
    expect(spans(store)).toEqual([[0, 0]]);
    await pass(period - 1);
    expect(spans(store)).toEqual([[0, 0]]);
    await pass(1);
    expect(spans(store)).toEqual([[0, period]]);
    await pass(10 * period);
    expect(spans(store)).toEqual([[0, 11 * period]]);
  });

  it('does not keep the process alive', () => {
    jest.useRealTimers();
    const timeouts = jest.spyOn(globalThis, 'setTimeout');
    setUp().loop.start();
    const timers = timeouts.mock.results.map(({ value }) => value);
    timeouts.mockRestore();
    expect(timers.map(timer => timer.hasRef())).toEqual([false]);
    timers.forEach(timer => clearTimeout(timer));
  });

  it('beats within a second of becoming ready', async () => {
    const { store, loop, setReadiness } = setUp();
    setReadiness(503);
    loop.start();
    await pass(7_500);
    expect(spans(store)).toEqual([]);
    setReadiness(200);
    await pass(500);
    expect(spans(store)).toEqual([[8_000, 8_000]]);
  });

  it('records nothing while the backend is not ready', async () => {
    const { store, loop, setReadiness } = setUp();
    loop.start();
    await pass(period);
    setReadiness(503);
    await pass(10 * period);
    setReadiness(200);
    await pass(period + 1_000);
    expect(spans(store)).toEqual([
      [0, period],
      [11 * period + 1_000, 12 * period + 1_000],
    ]);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('broken'))],
    ['hangs', () => new Promise<never>(() => {})],
  ])('goes on when the readiness check %s', async (_, answer) => {
    const { store, health, loop, setReadiness } = setUp();
    health.getReadiness.mockImplementation(answer);
    loop.start();
    await pass(60_000);
    expect(spans(store)).toEqual([]);
    setReadiness(200);
    await pass(6_000);
    expect(store.intervals).toHaveLength(1);
  });

  it('records a database outage once it is over, and logs it once', async () => {
    const { store, loop, logger } = setUp();
    loop.start();
    await pass(period);
    store.reachable = false;
    await pass(10 * period);
    expect(spans(store)).toEqual([[0, period]]);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^Heartbeats paused: the database/)],
    ]);
    logger.info.mockClear();
    store.reachable = true;
    await pass(1_000);
    expect(store.intervals).toMatchObject([
      { state: 'up', lastBeatAt: startOfTest + period },
      {
        state: 'database',
        startedAt: startOfTest + 2 * period,
        lastBeatAt: startOfTest + 11 * period + 1_000,
      },
      { state: 'up', startedAt: startOfTest + 11 * period + 1_000 },
    ]);
    await pass(2 * period);
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('pings the database before it beats', async () => {
    const { store, loop } = setUp();
    store.ping = () => Promise.reject(new Error('connection refused'));
    loop.start();
    await pass(2 * period);
    expect(store.saves).toEqual([]);
  });

  it('does not log the statement that failed', async () => {
    const { store, loop, logger } = setUp();
    store.ping = () => Promise.reject(new Error('insert into t values (1)'));
    loop.start();
    await pass(period);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(String(logger.warn.mock.calls)).not.toContain('insert');
  });

  it('closes at the moment of the shutdown and stops', async () => {
    const { store, loop } = setUp();
    loop.start();
    await pass(period + 4_000);
    await loop.stop();
    await pass(10 * period);
    expect(store.intervals).toEqual([
      {
        instanceId: 'a',
        seq: 0,
        state: 'up',
        startedAt: startOfTest,
        lastBeatAt: startOfTest + period + 4_000,
        period,
        closed: { at: startOfTest + period + 4_000, reason: 'shutdown' },
      },
    ]);
    expect(store.saves).toHaveLength(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not beat when a check answers after the shutdown', async () => {
    const { store, loop, health } = setUp();
    loop.start();
    await pass(period - 1);
    let answer = (_: { status: number }) => {};
    health.getReadiness.mockImplementation(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    await pass(1_000);
    await loop.stop();
    answer({ status: 200 });
    await pass(10 * period);
    expect(spans(store)).toEqual([[0, period - 1 + 1_000]]);
    expect(store.saves).toHaveLength(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('closes after a heartbeat that is still being stored', async () => {
    const { store, loop } = setUp();
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    loop.start();
    await pass(2_000);
    const stopped = loop.stop();
    open();
    await stopped;
    expect(store.saves).toMatchObject([
      { lastBeatAt: startOfTest },
      { lastBeatAt: startOfTest + 2_000, closed: { reason: 'shutdown' } },
    ]);
  });

  it('warns when the shutdown cannot be stored', async () => {
    const { store, loop, logger } = setUp();
    loop.start();
    await pass(0);
    store.reachable = false;
    await loop.stop();
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^This shutdown will appear as a crash/)],
    ]);
  });
});
