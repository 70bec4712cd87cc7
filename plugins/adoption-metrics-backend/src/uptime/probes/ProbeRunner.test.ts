import { mockServices } from '@backstage/backend-test-utils';
import { Probe, ProbeResult } from 'backstage-plugin-adoption-metrics-node';
import { Check } from '../checks';
import { ProbeRunner } from './ProbeRunner';

const noon = Date.UTC(2026, 10, 23, 12);

function probe(name: string, result: () => Promise<ProbeResult>): Probe {
  return { name, check: result };
}

function setUp(probes: Probe[], period = 60_000) {
  const recorded: Record<string, Check[]> = {};
  const names: string[] = [];
  const store = {
    define: jest.fn(async ({ name }) => ({ id: names.push(name) - 1 })),
    record: jest.fn(async (id: number, checks: Check[]) => {
      recorded[names[id]] = checks;
      return [];
    }),
  };
  const logger = mockServices.logger.mock();
  const clock = { now: () => noon };
  const health = { getReadiness: jest.fn(async () => ({ status: 200 })) };
  const runner = new ProbeRunner({
    probes,
    store: store as never,
    clock,
    logger,
    health,
    period,
  });
  return { runner, store, recorded, logger, health };
}

const signal = new AbortController().signal;

describe('ProbeRunner', () => {
  it('stores the result of every probe', async () => {
    const { runner, recorded } = setUp([
      probe('portal', async () => ({ state: 'up', certificateExpiresAt: 5 })),
      probe('docs', async () => ({ state: 'down', detail: 'status 502' })),
    ]);
    await runner.run(signal);
    expect(recorded).toEqual({
      portal: [{ at: noon, state: 'up', certificateExpiresAt: 5 }],
      docs: [{ at: noon, state: 'down', detail: 'status 502' }],
    });
  });

  it('stores a detail as a text that fits', async () => {
    const detail = `status 502\0${'x'.repeat(243)}😀`;
    const { runner, recorded } = setUp([
      probe('docs', async () => ({ state: 'down', detail })),
    ]);
    await runner.run(signal);
    expect(recorded.docs[0].detail).toBe(`status 502\uFFFD${'x'.repeat(243)}`);
  });

  it('runs nothing while it is not ready itself', async () => {
    const { runner, store, health } = setUp([
      probe('portal', async () => ({ state: 'down' })),
    ]);
    health.getReadiness.mockResolvedValueOnce({ status: 503 });
    await runner.run(signal);
    expect(store.record).not.toHaveBeenCalled();
    await runner.run(signal);
    expect(store.record).toHaveBeenCalledTimes(1);
  });

  it('is not held up by a probe that never answers', async () => {
    jest.useFakeTimers();
    const timeout = AbortSignal.timeout;
    AbortSignal.timeout = limit => {
      const ending = new AbortController();
      const reason = new DOMException('late', 'TimeoutError');
      setTimeout(() => ending.abort(reason), limit);
      return ending.signal;
    };
    const { runner, recorded } = setUp([
      probe('stuck', () => new Promise(() => {})),
      probe('docs', async () => ({ state: 'up' })),
    ]);
    const run = runner.run(signal);
    await jest.advanceTimersByTimeAsync(90_000);
    await run;
    AbortSignal.timeout = timeout;
    jest.useRealTimers();
    expect(recorded).toEqual({
      docs: [{ at: noon, state: 'up' }],
      stuck: [{ at: noon, state: 'down', detail: 'timeout' }],
    });
  });

  it.each([
    [{ state: 'fine' }, { state: 'down' }],
    [{ state: 'up', certificateExpiresAt: NaN }, { state: 'up' }],
    [{ state: 'up', certificateExpiresAt: 1e300 }, { state: 'up' }],
    [{ state: 'up', at: 7, more: 'x' }, { state: 'up' }],
    [
      { state: 'up', detail: 7 },
      { state: 'down', detail: 'type-error' },
    ],
    [null, { state: 'down', detail: 'type-error' }],
  ])('takes what a module answers, such as %j', async (answer, check) => {
    const { runner, recorded } = setUp([
      probe('docs', async () => answer as never),
    ]);
    await runner.run(signal);
    expect(recorded.docs).toEqual([{ at: noon, ...check }]);
  });

  it('treats a probe that throws as a failure, without its message', async () => {
    const { runner, recorded } = setUp([
      probe('docs', () => Promise.reject(new Error('token=secret'))),
    ]);
    await runner.run(signal);
    expect(recorded.docs).toEqual([
      { at: noon, state: 'down', detail: 'failed' },
    ]);
  });

  it('shows no part of an address that may be a secret', async () => {
    const detail = 'GET https://me:secret@a.example.com/b?token=secret failed';
    const { runner, recorded } = setUp([
      probe('docs', async () => ({ state: 'down', detail })),
    ]);
    await runner.run(signal);
    expect(recorded.docs[0].detail).toBe(
      'GET https://…@a.example.com/b?token=… failed',
    );
  });

  it('shortens long details', async () => {
    const detail = 'x'.repeat(1_000);
    const { runner, recorded } = setUp([
      probe('docs', async () => ({ state: 'down', detail })),
    ]);
    await runner.run(signal);
    expect(recorded.docs[0].detail).toHaveLength(255);
  });

  it.each([
    [30_000, 120_000],
    [60_000, 240_000],
  ])('with a period of %p is silent after %p', async (period, silence) => {
    const { runner, store } = setUp(
      [{ name: 'docs', counts: true, check: async () => ({ state: 'up' }) }],
      period,
    );
    await runner.run(signal);
    expect(store.define).toHaveBeenCalledWith({
      name: 'docs',
      source: 'probe',
      counts: true,
      silence,
    });
  });

  it('stores nothing of an aborted run', async () => {
    const abort = new AbortController();
    const { runner, store } = setUp([
      probe('docs', async () => {
        abort.abort();
        throw new Error('aborted');
      }),
    ]);
    await runner.run(abort.signal);
    expect(store.record).not.toHaveBeenCalled();
  });

  it('stores the others when one cannot be stored', async () => {
    const { runner, store, recorded, logger } = setUp([
      probe('docs', async () => ({ state: 'up' })),
      probe('portal', async () => ({ state: 'up' })),
    ]);
    store.define.mockRejectedValueOnce(new Error('insert docs values secret'));
    await runner.run(signal);
    expect(Object.keys(recorded)).toEqual(['portal']);
    expect(logger.warn).toHaveBeenCalledWith(
      "Could not store the result of probe 'docs': Error",
    );
  });
});
