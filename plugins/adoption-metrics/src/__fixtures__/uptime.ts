import {
  uptimeWindowIds,
  type MaintenanceList,
  type UptimeComponents,
  type UptimeIncidents,
  type UptimeReport,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt } from './days';
import {
  dayLength,
  firstBeat,
  instantOf,
  now,
  outages,
  type Outage,
} from './outages';
import { judgedTimesOf, overlap, timesOf } from './uptimeTimes';

const windowDays = { '24h': 1, '7d': 7, '30d': 30, '90d': 90, '365d': 365 };

const trailing = (days: number) => ({ from: now - days * dayLength, to: now });

function rangeOf({ from }: QueryOf<'GET /uptime'>) {
  return from ? { from: Date.parse(from), to: now } : trailing(30);
}

/** Uptime with what it rests on, as far as it was known `since` an instant. */
export function uptimeFor(
  parameters: QueryOf<'GET /uptime'> = {},
  since: number = firstBeat,
): UptimeReport {
  const range = rangeOf(parameters);
  const judge = (window: typeof range) => judgedTimesOf(window, outages, since);
  return {
    computedAt,
    target: 0.999,
    observedSince: since < now ? instantOf(since) : null,
    range: judge(range),
    windows: uptimeWindowIds.map(id => ({
      id,
      ...judge(trailing(windowDays[id])),
    })),
    burnRates: burnRates(since < now),
    timeline: timelineOf({
      from: Math.max(range.from, since),
      to: range.to,
    }),
    evidence: {
      seenFromInsideOnly: true,
      silent: [],
      gaps: 'unknown',
      heartbeatSeconds: 15,
    },
  };
}

function burnRates(known: boolean): UptimeReport['burnRates'] {
  const pairs: Array<['page' | 'ticket', number, number, number]> = [
    ['page', 3600, 300, 14.4],
    ['page', 21_600, 1800, 6],
    ['ticket', 259_200, 21_600, 1],
  ];
  return pairs.map(([severity, longSeconds, shortSeconds, threshold]) => ({
    severity,
    longSeconds,
    shortSeconds,
    threshold,
    long: known ? 0 : null,
    short: known ? 0 : null,
    burning: false,
  }));
}

function timelineOf(range: {
  from: number;
  to: number;
}): UptimeReport['timeline'] {
  const timeline: UptimeReport['timeline'] = [];
  let at = range.from;
  const add = (
    to: number,
    state: UptimeReport['timeline'][number]['state'],
    kind?: UptimeReport['timeline'][number]['kind'],
  ) =>
    to > at &&
    timeline.push({ from: instantOf(at), to: instantOf(to), state, kind });
  for (const each of [...outages].reverse()) {
    if (overlap(each, range) > 0) {
      add(each.from, 'up');
      at = Math.max(at, each.from);
      add(each.to, each.state, each.incident?.kind);
      at = each.to;
    }
  }
  add(range.to, 'up');
  return timeline;
}

/** Newest first, in pages like those of the server. */
export function incidentsFor({
  limit = 50,
  kind,
  cursor,
}: QueryOf<'GET /uptime/incidents'> = {}): UptimeIncidents {
  const before = cursor ? Number(cursor) : now;
  const all = outages.filter(
    ({ from, incident }) =>
      incident && from < before && (!kind || incident.kind === kind),
  );
  const page = all.slice(0, limit);
  return {
    computedAt,
    incidents: page.flatMap(({ from, to, incident }) =>
      incident
        ? [
            {
              from: instantOf(from),
              to: instantOf(to),
              seconds: (to - from) / 1000,
              ongoing: false,
              ...incident,
            },
          ]
        : [],
    ),
    nextCursor:
      page.length < all.length ? String(page[page.length - 1].from) : null,
  };
}

type Component = UptimeComponents['components'][number];

function component(
  facts: Pick<Component, 'name' | 'source' | 'state'> & Partial<Component>,
): Component {
  const seen = facts.state !== 'advisory';
  const silence = facts.silent ? [silentSince(facts.lastCheckAt)] : [];
  const begun = Date.parse(facts.firstSuccessAt ?? instantOf(firstBeat));
  const times = (days: number) =>
    timesOf(
      trailing(days),
      facts.source === 'processes' ? outages : silence,
      seen ? begun : now,
    );
  return {
    counts: false,
    silent: false,
    firstSuccessAt: seen ? instantOf(begun) : null,
    lastCheckAt: '2026-11-23T09:13:52.000Z',
    lastFailure: null,
    certificateExpiresAt: null,
    certificateExpiresSoon: false,
    range: times(30),
    windows: uptimeWindowIds.map(id => ({ id, ...times(windowDays[id]) })),
    ...facts,
  };
}

function silentSince(lastCheckAt?: string | null): Outage {
  const from = Date.parse(lastCheckAt ?? computedAt);
  return { from, to: now, state: 'unknown' };
}

const processes = component({
  name: 'processes',
  source: 'processes',
  state: 'up',
  counts: true,
});

export const uptimeComponents: UptimeComponents = {
  computedAt,
  components: [
    processes,
    component({
      name: 'portal',
      source: 'probe',
      state: 'advisory',
      counts: true,
      lastFailure: 'ENOTFOUND',
    }),
    component({
      name: 'search',
      source: 'probe',
      state: 'up',
      firstSuccessAt: instantOf(now - 40 * 86_400_000),
      certificateExpiresAt: '2026-12-01T00:00:00.000Z',
      certificateExpiresSoon: true,
    }),
    component({
      name: 'office',
      source: 'push',
      state: 'unknown',
      silent: true,
      lastCheckAt: '2026-11-20T17:05:00.000Z',
    }),
  ],
};

/** Only the portal itself is known, and it has not been up yet. */
export const uptimeComponentsAtFirst: UptimeComponents = {
  computedAt,
  components: [
    {
      ...component({
        name: 'processes',
        source: 'processes',
        state: 'advisory',
        counts: true,
        lastCheckAt: null,
      }),
      state: 'unknown',
    },
  ],
};

export const maintenance: MaintenanceList = {
  computedAt,
  windows: [
    {
      id: 3,
      from: '2026-12-05T20:00:00.000Z',
      to: '2026-12-05T23:00:00.000Z',
      reason: 'New version of the database',
      declaredAt: '2026-11-20T10:00:00.000Z',
      declaredBy: 'user:default/jordan',
      late: false,
      cancelledAt: null,
      excluded: true,
    },
    {
      id: 2,
      from: '2026-11-15T20:00:00.000Z',
      to: '2026-11-15T22:00:00.000Z',
      reason: 'Upgrade of the cluster',
      declaredAt: '2026-11-12T09:00:00.000Z',
      declaredBy: null,
      late: false,
      cancelledAt: null,
      excluded: true,
    },
    {
      id: 1,
      from: '2026-11-18T13:17:00.000Z',
      to: '2026-11-18T13:40:00.000Z',
      reason: 'Larger storage for the database',
      declaredAt: '2026-11-18T13:30:00.000Z',
      declaredBy: 'user:default/jordan',
      late: true,
      cancelledAt: null,
      excluded: false,
    },
  ],
};
