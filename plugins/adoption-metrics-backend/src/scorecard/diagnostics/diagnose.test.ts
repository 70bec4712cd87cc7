import { ConfigReader } from '@backstage/config';
import { ReportingZone } from '../../time';
import { HeartbeatInterval } from '../../uptime';
import { diagnose } from './diagnose';
import { Sources } from './Sources';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

/** Everything in order, but for what a test changes. */
async function check(id: string, change: Partial<Sources> = {}) {
  const { checks } = await diagnose({
    clock: { now: () => NOW },
    zone: ReportingZone.create('UTC'),
    config: new ConfigReader({}),
    activity: {
      lastBatchAt: async () => NOW - MINUTE,
      countOptedOut: async () => 0,
    },
    developers: { countOn: async () => undefined },
    heartbeats: {
      newestBeatAt: async () => NOW - 4_000,
      during: async () => [beating('a', NOW - 4_000)],
    },
    history: { read: async () => undefined },
    pageLoads: {
      readDroppedEvents: async () => [],
      readNavigations: async () => [],
    },
    privacyFloor: 5,
    staleness: {
      latest: async () => undefined,
      lastFailure: async () => undefined,
    },
    ...change,
  });
  return checks.find(each => each.id === id)!;
}

describe('diagnose', () => {
  describe('events from browsers', () => {
    const lastBatch = (at: number | undefined, until?: number) =>
      check('last-batch', {
        activity: {
          lastBatchAt: async () => at,
          countOptedOut: async () => 0,
        },
        history: {
          read: async () =>
            until === undefined ? undefined : { label: 'x', from: 0, until },
        },
      });

    it('are missing at first', async () => {
      expect(await lastBatch(undefined)).toMatchObject({
        status: 'problem',
        fix: expect.stringMatching(/backstage-plugin-adoption-metrics/),
      });
    });

    it('are in order while they come', async () => {
      const at = '2026-03-10T11:59:00.000Z';
      expect(await lastBatch(NOW - MINUTE)).toMatchObject({ status: 'ok', at });
    });

    it('are missed after a day', async () => {
      expect(await lastBatch(NOW - 24 * HOUR)).toMatchObject({
        status: 'warning',
        detail: expect.stringMatching(/over a day/),
      });
    });

    it('are not those of the sample history', async () => {
      const told = await lastBatch(NOW - 20 * MINUTE, NOW - 10 * MINUTE);
      expect(told).toMatchObject({
        status: 'warning',
        detail: expect.stringMatching(/Only the sample history/),
      });
      expect(told).not.toHaveProperty('at');
    });

    it('are told from those of the sample history', async () => {
      const seen = await lastBatch(NOW - MINUTE, NOW - 10 * MINUTE);
      expect(seen.status).toBe('ok');
    });
  });

  describe('heartbeats', () => {
    const heartbeats = (
      newest: number | undefined,
      intervals: HeartbeatInterval[],
    ) =>
      check('heartbeats', {
        heartbeats: {
          newestBeatAt: async () => newest,
          during: async () => intervals,
        },
      });

    it('are counted with their age', async () => {
      const two = [beating('a', NOW - 4_000), beating('b', NOW - 9_000)];
      expect(await heartbeats(NOW - 4_000, two)).toMatchObject({
        status: 'ok',
        detail: '2 processes beat, the last time 4 s ago.',
        at: '2026-03-10T11:59:56.000Z',
      });
    });

    it('are not those of processes that were stopped', async () => {
      const one = [beating('a', NOW), beating('b', NOW, 'shutdown')];
      expect((await heartbeats(NOW, one)).detail).toMatch(/^One process beats/);
    });

    it('are missed after two periods', async () => {
      const last = NOW - 2 * PERIOD;
      expect(await heartbeats(last, [beating('a', last)])).toMatchObject({
        status: 'ok',
      });
      expect(
        await heartbeats(last - 1, [beating('a', last - 1)]),
      ).toMatchObject({
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

  describe('events that were given up', () => {
    const dropped = (n: number, navigations: number) =>
      check('dropped-events', {
        pageLoads: {
          readDroppedEvents: async () => [{ reason: 'too-old', n }],
          readNavigations: async () => [
            { kind: 'route', n: navigations - 1 },
            { kind: 'initial', n: 1 },
          ],
        },
      });

    it('are no concern while they are few', async () => {
      expect(await dropped(0, 1)).toMatchObject({
        status: 'ok',
        detail: 'Browsers gave up no events in the last 7 days.',
      });
      expect(await dropped(3, 300)).toMatchObject({ status: 'ok' });
    });

    it('are shown with their reasons when they are many', async () => {
      expect(await dropped(4, 300)).toMatchObject({
        status: 'warning',
        detail: expect.stringMatching(/4 events .*\(4 too-old\)/),
        fix: expect.any(String),
      });
    });

    it('are those of the last seven days', async () => {
      const readDroppedEvents = jest.fn(async () => []);
      const readNavigations = async () => [];
      await check('dropped-events', {
        pageLoads: { readDroppedEvents, readNavigations },
      });
      const today = Math.floor(NOW / (24 * HOUR));
      expect(readDroppedEvents).toHaveBeenCalledWith({
        from: today - 6,
        to: today + 1,
      });
    });
  });

  it.each([
    [0, /^Nobody asked/],
    [4, /^Fewer than 5 people/],
    [5, /^5 people/],
  ])('tells of %d people who opted out', async (people, detail) => {
    const found = await check('opt-outs', {
      activity: {
        lastBatchAt: async () => NOW,
        countOptedOut: async () => people,
      },
    });
    expect(found.detail).toMatch(detail);
  });
});
