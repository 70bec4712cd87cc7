import fc from 'fast-check';
import { UptimeEvidence, measureAvailability } from './availability';
import { ComponentState, measureComponent, provenStates } from './components';
import { HeartbeatInterval } from './heartbeat';

const LAST_SECOND = 120;

type Span = { from: number; to: number };

const anyInstant = fc.nat(LAST_SECOND);

const anySpan: fc.Arbitrary<Span> = fc
  .record({ from: anyInstant, length: fc.nat(30) })
  .map(({ from, length }) => ({ from, to: from + length }));

const anyHeartbeat: fc.Arbitrary<HeartbeatInterval> = fc
  .record({
    instanceId: fc.constantFrom('a', 'b', 'c'),
    seq: fc.nat(3),
    state: fc.constantFrom('up', 'up', 'up', 'database'),
    span: anySpan,
    period: fc.integer({ min: 1, max: 10 }),
    isClosed: fc.boolean(),
  })
  .map(({ span, isClosed, ...rest }) => ({
    ...rest,
    startedAt: span.from,
    lastBeatAt: span.to,
    ...(isClosed && {
      closed: { at: span.to, reason: 'shutdown' as const },
    }),
  }));

/** The states of one component: one after the other, with silence between. */
function anyComponent(componentId: number): fc.Arbitrary<ComponentState[]> {
  const step = fc.record({
    gap: fc.nat(20),
    length: fc.nat(20),
    state: fc.constantFrom('up', 'down', 'flapping'),
    counts: fc.boolean(),
  });
  const silence = fc.integer({ min: 1, max: 15 });
  return fc
    .tuple(fc.array(step, { maxLength: 5 }), silence)
    .map(([steps, limit]) => {
      let at = 0;
      return steps.map(({ gap, length, state, counts }) => {
        const from = at + gap;
        at = from + length;
        return {
          componentId,
          component: `component-${componentId}`,
          from,
          to: at,
          state,
          counts,
          silence: limit,
        };
      });
    });
}

type Evidence = Required<Omit<UptimeEvidence, 'installedAt' | 'firstBeatAt'>> &
  Pick<UptimeEvidence, 'installedAt' | 'firstBeatAt'>;

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    edges: fc.tuple(anyInstant, anyInstant),
    now: anyInstant,
    installedAt: fc.option(anyInstant, { nil: undefined }),
    heartbeats: fc.array(anyHeartbeat, { maxLength: 8 }),
    componentStates: fc
      .tuple(anyComponent(1), anyComponent(2))
      .map(each => each.flat()),
    maintenance: fc.array(anySpan, { maxLength: 3 }),
    gaps: fc.constantFrom('down', 'down', 'unknown'),
  })
  .map(({ edges: [a, b], ...rest }) => ({
    ...rest,
    window: { from: Math.min(a, b), to: Math.max(a, b) },
    firstBeatAt: rest.heartbeats.length
      ? Math.min(...rest.heartbeats.map(({ startedAt }) => startedAt))
      : undefined,
  }));

type State = 'up' | 'down' | 'maintenance' | 'unknown' | 'beforeInstallation';

/** Asks every second of the window for its state; written for clarity only. */
function oracle(evidence: Evidence, stateOf: (second: number) => State) {
  const total: Record<State, number> = {
    up: 0,
    down: 0,
    maintenance: 0,
    unknown: 0,
    beforeInstallation: 0,
  };
  const downtimes: Span[] = [];
  const end = Math.min(evidence.window.to, evidence.now);
  for (let second = evidence.window.from; second < end; second += 1) {
    const state = stateOf(second);
    total[state] += 1;
    const open = downtimes.find(({ to }) => to === second);
    if (state === 'down' && open) {
      open.to += 1;
    } else if (state === 'down') {
      downtimes.push({ from: second, to: second + 1 });
    }
  }
  return { total, downtimes };
}

function inSpan(second: number, { from, to }: Span) {
  return from <= second && second < to;
}

function portalState(second: number, evidence: Evidence): State {
  const { firstBeatAt, installedAt = 0, heartbeats, now } = evidence;
  if (firstBeatAt === undefined || second < firstBeatAt) {
    return 'beforeInstallation';
  }
  if (second < installedAt) {
    return 'beforeInstallation';
  }
  if (evidence.maintenance.some(each => inSpan(second, each))) {
    return 'maintenance';
  }
  const covering = heartbeats.filter(each => covers(each, second, now));
  if (covering.some(({ state }) => state === 'database')) {
    return 'down';
  }
  if (countingComponentIs('down', second, evidence)) {
    return 'down';
  }
  if (covering.length === 0) {
    return evidence.gaps;
  }
  return countingComponentIs('flapping', second, evidence) ? 'unknown' : 'up';
}

function covers(each: HeartbeatInterval, second: number, present: number) {
  return each.startedAt <= second && second < endOf(each, present);
}

function endOf(each: HeartbeatInterval, present: number) {
  const silent = present - each.lastBeatAt > each.period + each.period;
  const running = !each.closed && !silent && present > each.lastBeatAt;
  return running && each.state === 'up' ? present : each.lastBeatAt;
}

function countingComponentIs(
  state: ComponentState['state'],
  second: number,
  evidence: Evidence,
) {
  return [1, 2].some(id => {
    const seen = componentAt(second, id, evidence);
    return seen !== undefined && seen.counts && seen.state === state;
  });
}

function componentAt(second: number, id: number, evidence: Evidence) {
  const own = evidence.componentStates.filter(each => each.componentId === id);
  const covering = own.find(each => inSpan(second, each));
  const last = own.length > 0 ? own[own.length - 1] : undefined;
  if (covering || !last || second < last.to || second >= evidence.now) {
    return covering;
  }
  return evidence.now - last.to > last.silence ? undefined : last;
}

const worstFirst = ['crash', 'interruption', 'database', 'planned-restart'];

describe('measureAvailability', () => {
  it('agrees with a second-by-second timeline, whatever happened', () => {
    fc.assert(
      fc.property(anyEvidence, evidence => {
        const result = measureAvailability(evidence);
        const { total, downtimes } = oracle(evidence, second =>
          portalState(second, evidence),
        );
        expect(result).toMatchObject(total);
        expect(result.incidents.map(({ from, to }) => ({ from, to }))).toEqual(
          downtimes,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('never leaves the range from 0 to 1 and accounts for all time', () => {
    fc.assert(
      fc.property(anyEvidence, evidence => {
        const result = measureAvailability(evidence);
        const { up, down, unknown, maintenance, beforeInstallation } = result;
        const times = [up, down, unknown, maintenance, beforeInstallation];
        expect(Math.min(...times)).toBeGreaterThanOrEqual(0);
        for (const share of ['strict', 'lenient', 'coverage'] as const) {
          expect(result[share] ?? 0).toBeLessThanOrEqual(1);
          expect(result[share] ?? 0).toBeGreaterThanOrEqual(0);
        }
        const { from, to } = evidence.window;
        const past = Math.max(0, Math.min(to, evidence.now) - from);
        expect(times.reduce((a, b) => a + b)).toBe(past);
      }),
    );
  });

  it('has evidence from the first moment of every incident', () => {
    fc.assert(
      fc.property(anyEvidence, evidence => {
        for (const incident of measureAvailability(evidence).incidents) {
          const [first] = incident.evidence;
          expect(first.from).toBe(incident.from);
          expect(incident.cause).toBe(first.cause);
          for (const { from, to } of incident.evidence) {
            expect(from).toBeGreaterThanOrEqual(incident.from);
            expect(to).toBeLessThanOrEqual(incident.to);
          }
        }
      }),
    );
  });

  it('blames the process that was the last to be up', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(LAST_SECOND), (evidence, now) => {
        const heartbeats = distinct(evidence.heartbeats);
        const silent = {
          ...evidence,
          now,
          heartbeats,
          componentStates: [],
          maintenance: [],
        };
        const withoutDatabase = measureAvailability(silent).incidents.filter(
          ({ evidence: [first] }) =>
            !heartbeats.some(
              each =>
                each.state === 'database' && covers(each, first.from, now),
            ),
        );
        for (const { from, cause } of withoutDatabase) {
          expect(cause).toBe(blame(heartbeats, from, now));
        }
      }),
    );
  });
});

/** Numbers the intervals of an instance, as the table's key demands. */
function distinct(heartbeats: HeartbeatInterval[]): HeartbeatInterval[] {
  return heartbeats.map((each, index) => ({
    ...each,
    seq: heartbeats
      .slice(0, index)
      .filter(({ instanceId }) => instanceId === each.instanceId).length,
  }));
}

function blame(all: HeartbeatInterval[], second: number, present: number) {
  const gone = all.filter(each => endOf(each, present) <= second);
  const latest = Math.max(...gone.map(each => endOf(each, present)));
  const causes: string[] = gone
    .filter(each => endOf(each, present) === latest)
    .map(each => {
      const later = all.filter(
        other => other.instanceId === each.instanceId && other.seq > each.seq,
      );
      if (each.closed) {
        return 'planned-restart';
      }
      const next = later.find(({ seq }) => seq === each.seq + 1);
      if (next?.state === 'database') {
        return 'database';
      }
      return later.length > 0 ? 'interruption' : 'crash';
    });
  return causes.includes('database')
    ? 'database'
    : worstFirst.find(cause => causes.includes(cause)) ?? 'crash';
}

describe('measureComponent', () => {
  it('agrees with a second-by-second timeline', () => {
    const anyStart = fc.option(anyInstant, { nil: undefined });
    fc.assert(
      fc.property(anyEvidence, anyStart, (evidence, observedSince) => {
        const { window, now, maintenance, componentStates } = evidence;
        const past = {
          from: window.from,
          to: Math.max(window.from, Math.min(window.to, now)),
        };
        const own = componentStates.filter(
          ({ componentId }) => componentId === 1,
        );
        const states = provenStates(own, now);
        const times = measureComponent({
          past,
          observedSince,
          states,
          maintenance,
        });
        const { total } = oracle(evidence, second => {
          if (observedSince === undefined || second < observedSince) {
            return 'beforeInstallation';
          }
          if (maintenance.some(each => inSpan(second, each))) {
            return 'maintenance';
          }
          const state = componentAt(second, 1, evidence)?.state;
          return state === 'up' || state === 'down' ? state : 'unknown';
        });
        expect(times).toMatchObject(total);
      }),
      { numRuns: 500 },
    );
  });
});
