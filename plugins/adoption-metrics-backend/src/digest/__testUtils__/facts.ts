import { MetricId, say } from 'backstage-plugin-adoption-metrics-common';
import { DayMetric } from '../../scorecard';
import { DigestFacts } from '../DigestFacts';
import { DigestContent } from '../writeDigest';

/** One metric that misses its target. */
export function missed(id: MetricId, rest: Partial<DayMetric> = {}): DayMetric {
  return {
    id,
    name: id,
    unit: 'share',
    value: 0.1,
    target: { operator: '>=', value: 0.3 },
    status: 'missed',
    statement: `${id} misses its target.`,
    said: [say('text', { text: `${id} misses its target.` })],
    facts: {},
    ...rest,
  };
}

export function team(name: string, active: number | null, developers: number) {
  return {
    id: name,
    name,
    parentId: null,
    active,
    developers,
    share: active === null ? null : active / developers,
    previousShare: 0.5,
  } as DigestFacts['teams'][number];
}

export function plugin(id: string) {
  return { id, people: 5, previousPeople: 5 } as DigestFacts['plugins'][number];
}

export function owner(ownerRef: string, stale: number, before = stale) {
  return { ownerRef, inCatalog: true, stale, before };
}

/** A portal about which there is nothing to say but what is given. */
export function factsOf(given: Partial<DigestFacts> = {}): DigestFacts {
  return {
    metrics: [],
    deadlineStatus: undefined,
    teams: [],
    plugins: [],
    moved: null,
    fourWeeks: { days: null, teams: [], plugins: [] },
    owners: { owners: [], withoutOwner: 0 },
    pages: { routes: [], targetSeconds: 5 } as unknown as DigestFacts['pages'],
    ...given,
  };
}

/** What did not move. */
export const noMovements = { up: [], down: [] };

/** A digest with nothing to say. */
export const emptyDigest: DigestContent = {
  computedAt: '2026-11-23T08:00:00.000Z',
  timeZone: 'Europe/Berlin',
  period: 'week',
  from: '2026-11-16',
  to: '2026-11-23',
  asOf: '2026-11-22T23:00:00.000Z',
  metrics: [],
  deadline: null,
  people: null,
  moved: null,
  teams: noMovements,
  plugins: noMovements,
  owners: noMovements,
  annotations: [],
  actions: [],
};
