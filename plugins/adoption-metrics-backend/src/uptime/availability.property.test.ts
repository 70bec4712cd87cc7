import fc from 'fast-check';
import { UptimeEvidence, measureAvailability } from './availability';
import { HeartbeatInterval } from './heartbeat';

const LAST_SECOND = 120;

function anyHeartbeat(): fc.Arbitrary<HeartbeatInterval> {
  return fc
    .record({
      instanceId: fc.constantFrom('a', 'b', 'c'),
      seq: fc.nat(3),
      startedAt: fc.nat(LAST_SECOND),
      length: fc.nat(30),
      period: fc.integer({ min: 1, max: 10 }),
      isClosed: fc.boolean(),
    })
    .map(({ length, isClosed, ...rest }) => {
      const lastBeatAt = rest.startedAt + length;
      const closed = { at: lastBeatAt, reason: 'shutdown' as const };
      return { ...rest, lastBeatAt, ...(isClosed && { closed }) };
    });
}

function anyEvidence(): fc.Arbitrary<UptimeEvidence> {
  const instant = fc.nat(LAST_SECOND);
  return fc
    .record({
      edges: fc.tuple(instant, instant),
      now: instant,
      installedAt: fc.option(instant, { nil: undefined }),
      heartbeats: fc.array(anyHeartbeat(), { maxLength: 8 }),
    })
    .map(({ edges: [a, b], ...rest }) => ({
      ...rest,
      window: { from: Math.min(a, b), to: Math.max(a, b) },
      firstBeatAt: rest.heartbeats.length
        ? Math.min(...rest.heartbeats.map(({ startedAt }) => startedAt))
        : undefined,
    }));
}

/** Asks every second of the window for its state; written for clarity only. */
function oracle(evidence: UptimeEvidence) {
  const total = { up: 0, down: 0, beforeInstallation: 0 };
  const incidents: Array<{ from: number; to: number; cause: string }> = [];
  const end = Math.min(evidence.window.to, evidence.now);
  for (let second = evidence.window.from; second < end; second += 1) {
    const state = stateOf(second, evidence);
    total[state] += 1;
    const open = incidents.find(({ to }) => to === second);
    if (state === 'down' && open) {
      open.to += 1;
    } else if (state === 'down') {
      const cause = blame(evidence.heartbeats, second, evidence.now);
      incidents.push({ from: second, to: second + 1, cause });
    }
  }
  return { ...total, incidents };
}

function stateOf(second: number, evidence: UptimeEvidence) {
  const { now, firstBeatAt, installedAt, heartbeats } = evidence;
  if (firstBeatAt === undefined || second < firstBeatAt) {
    return 'beforeInstallation';
  }
  if (installedAt !== undefined && second < installedAt) {
    return 'beforeInstallation';
  }
  return heartbeats.some(each => covers(each, second, now)) ? 'up' : 'down';
}

function covers(each: HeartbeatInterval, second: number, present: number) {
  return each.startedAt <= second && second < endOf(each, present);
}

function endOf(each: HeartbeatInterval, present: number) {
  const silent = present - each.lastBeatAt > each.period + each.period;
  const running = !each.closed && !silent && present > each.lastBeatAt;
  return running ? present : each.lastBeatAt;
}

const worstFirst = ['crash', 'interruption', 'planned-restart'];

function blame(all: HeartbeatInterval[], second: number, present: number) {
  const gone = all.filter(each => endOf(each, present) <= second);
  const latest = Math.max(...gone.map(each => endOf(each, present)));
  const causes: string[] = gone
    .filter(each => endOf(each, present) === latest)
    .map(each => {
      if (each.closed) {
        return 'planned-restart';
      }
      const resumed = all.some(
        other => other.instanceId === each.instanceId && other.seq > each.seq,
      );
      return resumed ? 'interruption' : 'crash';
    });
  return worstFirst.find(cause => causes.includes(cause)) ?? 'crash';
}

describe('measureAvailability', () => {
  it('agrees with a second-by-second timeline, whatever happened', () => {
    fc.assert(
      fc.property(anyEvidence(), evidence => {
        const result = measureAvailability(evidence);
        const { incidents, ...expected } = oracle(evidence);
        expect(result).toMatchObject(expected);
        expect(result.incidents).toEqual(incidents);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never leaves the range from 0 to 1 and accounts for all time', () => {
    fc.assert(
      fc.property(anyEvidence(), evidence => {
        const result = measureAvailability(evidence);
        const { up, down, beforeInstallation } = result;
        expect(Math.min(up, down, beforeInstallation)).toBeGreaterThanOrEqual(
          0,
        );
        expect(result.strict ?? 0).toBeLessThanOrEqual(1);
        const { from, to } = evidence.window;
        const past = Math.max(0, Math.min(to, evidence.now) - from);
        expect(up + down + beforeInstallation).toBe(past);
      }),
    );
  });
});
