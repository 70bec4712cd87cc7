import { checkHeartbeats } from './checkHeartbeats';
import { HeartbeatInterval } from './heartbeat';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const HOUR = 3_600_000;
const PERIOD = 15_000;

function beating(
  instanceId: string,
  lastBeatAt: number,
  closed?: 'shutdown',
): HeartbeatInterval {
  return {
    instanceId,
    seq: 0,
    startedAt: NOW - HOUR,
    lastBeatAt,
    period: PERIOD,
    state: 'up',
    ...(closed && { closed: { at: lastBeatAt, reason: closed } }),
  };
}

describe('checkHeartbeats', () => {
  const heartbeats = (
    newest: number | undefined,
    intervals: HeartbeatInterval[],
    refusal?: unknown,
  ) =>
    checkHeartbeats(
      {
        newestBeatAt: async () => newest,
        during: async () => intervals,
      },
      { refusal },
      NOW,
    );

  it('are counted with their age', async () => {
    const two = [beating('a', NOW - 4_000), beating('b', NOW - 9_000)];
    expect(await heartbeats(NOW - 4_000, two)).toMatchObject({
      status: 'ok',
      detail: '2 processes send heartbeats, the last one 4 s ago.',
      at: '2026-03-10T11:59:56.000Z',
    });
  });

  it('are not those of processes that were stopped', async () => {
    const one = [beating('a', NOW), beating('b', NOW, 'shutdown')];
    expect((await heartbeats(NOW, one)).detail).toMatch(
      /^One process sends heartbeats, /,
    );
  });

  it('say if they share the connections of requests', async () => {
    const one = [beating('a', NOW)];
    const refusal = Object.assign(new Error('too many'), { code: '53300' });
    expect(await heartbeats(NOW, one, refusal)).toMatchObject({
      status: 'ok',
      detail: expect.stringMatching(
        /share the database connections .*\(53300\)\.$/,
      ),
    });
  });

  it('are missed after two periods', async () => {
    const last = NOW - 2 * PERIOD;
    expect(await heartbeats(last, [beating('a', last)])).toMatchObject({
      status: 'ok',
    });
    expect(await heartbeats(last - 1, [beating('a', last - 1)])).toMatchObject({
      status: 'problem',
      detail: expect.stringMatching(/for 30 s/),
      fix: expect.any(String),
    });
  });

  it('are awaited at first', async () => {
    expect(await heartbeats(undefined, [])).toMatchObject({
      status: 'unknown',
      fix: expect.any(String),
    });
  });
});
