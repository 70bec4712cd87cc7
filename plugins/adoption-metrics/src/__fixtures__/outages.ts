import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import { computedAt } from './days';

type Incident = UptimeIncidents['incidents'][number];

/** A time that was not up, in ms UTC. */
export interface Outage {
  from: number;
  to: number;
  state: 'down' | 'unknown' | 'maintenance';
  incident?: Pick<
    Incident,
    'kind' | 'cause' | 'components' | 'evidence' | 'notes'
  >;
}

export const now = Date.parse(computedAt);
export const firstBeat = Date.parse('2026-02-16T08:00:00.000Z');
export const dayLength = 86_400_000;

export const instantOf = (time: number) => new Date(time).toISOString();

function outage(
  start: string | number,
  seconds: number,
  state: Outage['state'],
): Outage {
  const from = new Date(start).getTime();
  return { from, to: from + seconds * 1000, state };
}

function kindOf({ from, to }: Outage, components: string[]): Incident['kind'] {
  const isShort = to - from < 60_000;
  return isShort && components.join() === 'processes' ? 'restart' : 'incident';
}

/** Down by causes, of which the first began it. */
function downBy(
  causes: Array<[cause: Incident['cause'], component: string, detail?: string]>,
  times: Outage,
  notes: Incident['notes'] = [],
): Outage {
  const range = { from: instantOf(times.from), to: instantOf(times.to) };
  const evidence = causes.map(([cause, component, detail]) => ({
    ...range,
    cause,
    component,
    ...(detail && { detail }),
  }));
  const components = [...new Set(causes.map(([, component]) => component))];
  return {
    ...times,
    incident: {
      kind: kindOf(times, components),
      cause: causes[0][0],
      components,
      evidence,
      notes,
    },
  };
}

const notes: Incident['notes'] = [
  {
    id: 1,
    writtenAt: '2026-11-18T15:02:00.000Z',
    writtenBy: 'user:default/jordan',
    note: 'The database moved to larger storage; the pool was too small for the restart.',
  },
  {
    id: 2,
    writtenAt: '2026-11-19T08:30:00.000Z',
    writtenBy: null,
    note: 'Pool raised from 5 to 20 connections.',
  },
];

const kinds: Array<[cause: Incident['cause'], seconds: number]> = [
  ['planned-restart', 41],
  ['crash', 310],
  ['planned-restart', 38],
  ['interruption', 1505],
  ['database', 95],
];

/** Before somebody looked after it, the portal fell every few days. */
const earlier: Outage[] = Array.from({ length: 28 }, (_, index) => {
  const [cause, seconds] = kinds[index % kinds.length];
  const from = now - (31 + index * 2.1) * dayLength;
  return downBy([[cause, 'processes']], outage(from, seconds, 'down'));
});

/** Newest first. */
export const outages: Outage[] = [
  downBy(
    [
      ['database', 'processes'],
      ['crash', 'processes'],
    ],
    outage('2026-11-18T13:17:00Z', 1140, 'down'),
    notes,
  ),
  outage('2026-11-15T20:00:00Z', 7200, 'maintenance'),
  outage('2026-11-10T01:00:00Z', 425, 'unknown'),
  downBy([['crash', 'processes']], outage('2026-11-05T13:17:20Z', 208, 'down')),
  ...earlier,
];
