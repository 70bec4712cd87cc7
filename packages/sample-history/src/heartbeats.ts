import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import { Chapter, DAY, HOUR, MINUTE } from './calendar';

/** The maximum time between two heartbeats of a replica, in ms. */
export const HEARTBEAT_PERIOD = 30 * MINUTE;

const REPLICAS = ['sample-a', 'sample-b'];

/** Replicas are replaced one by one every two weeks. */
const DEPLOYMENT = {
  firstAfter: 8 * DAY + 10 * HOUR,
  every: 14 * DAY,
  apart: 6 * MINUTE,
  takes: 3 * MINUTE,
};

/** After the end, outages of the last days recur with this period. */
const RECURRENCE_DAYS = 30;

/** A crash of both replicas. */
export interface Outage {
  daysBeforeEnd: number;
  /** In ms after midnight, UTC. */
  timeOfDay: number;
  minutes: number;
  /** A note on the incident. */
  note?: string;
}

/** Determines when each replica is up. */
interface UptimePlan {
  chapter: Chapter;
  outages: readonly Outage[];
  /** End of the requested heartbeats, exclusive, in ms UTC. */
  until: number;
}

interface Stop {
  at: number;
  until: number;
  closed?: 'shutdown';
}

/** One run of a replica; after a restart, there is another one. */
interface Run {
  instanceId: string;
  from: number;
  to: number;
  closed?: 'shutdown';
}

type Heartbeat = Extract<HistoryEvent, { type: 'heartbeat' }>;

export interface Heartbeats {
  /** Heartbeats in a half-open interval, unordered. */
  during(from: number, to: number): Heartbeat[];
  /** Heartbeats of all replicas that are up at an instant. */
  at(instant: number): Heartbeat[];
}

export function heartbeatsOf(plan: UptimePlan): Heartbeats {
  const runs = REPLICAS.flatMap((_, index) => runsOf(index, plan));
  return {
    during: (from, to) => runs.flatMap(run => beatsOf(run, from, to)),
    at: instant =>
      runs
        .filter(run => run.from <= instant && instant < run.to)
        .map(run => beat(run, instant)),
  };
}

function runsOf(replica: number, plan: UptimePlan): Run[] {
  const runs: Run[] = [];
  let from = plan.chapter.launch;
  const crashes = crashesOf(plan);
  const isUp = ({ at }: Stop) =>
    !crashes.some(down => down.at <= at && at < down.until);
  const stops = [...crashes, ...deploymentsOf(replica, plan).filter(isUp)].sort(
    (a, b) => a.at - b.at,
  );
  for (const { at, until: back, closed } of stops) {
    runs.push({ instanceId: runId(replica, from), from, to: at, closed });
    from = back;
  }
  runs.push({ instanceId: runId(replica, from), from, to: Infinity });
  return runs;
}

function runId(replica: number, from: number): string {
  return `${REPLICAS[replica]}-${new Date(from).toISOString().slice(0, 16)}`;
}

function crashesOf({ chapter: { end }, outages, until }: UptimePlan): Stop[] {
  const generated = outages.map(outage => crash(outage, end));
  const recent = outages
    .filter(({ daysBeforeEnd }) => daysBeforeEnd <= RECURRENCE_DAYS)
    .map(outage => crash(outage, end));
  const period = RECURRENCE_DAYS * DAY;
  const repeats = Math.max(0, Math.ceil((until - end) / period));
  const later = Array.from({ length: repeats }, (_, index) =>
    recent.map(stop => delayed(stop, (index + 1) * period)),
  );
  return [...generated, ...later.flat()];
}

/** The time of an outage, in ms UTC. */
export function crash(
  { daysBeforeEnd, timeOfDay, minutes }: Outage,
  end: number,
) {
  const at = end - daysBeforeEnd * DAY + timeOfDay;
  return { at, until: at + minutes * MINUTE };
}

function delayed({ at, until }: Stop, by: number): Stop {
  return { at: at + by, until: until + by };
}

function deploymentsOf(
  replica: number,
  { chapter, until }: UptimePlan,
): Stop[] {
  const stops: Stop[] = [];
  const first =
    chapter.launch + DEPLOYMENT.firstAfter + replica * DEPLOYMENT.apart;
  for (let at = first; at < until; at += DEPLOYMENT.every) {
    stops.push({ at, until: at + DEPLOYMENT.takes, closed: 'shutdown' });
  }
  return stops;
}

function beatsOf(run: Run, from: number, to: number): Heartbeat[] {
  const beats: Heartbeat[] = [];
  const skipped = Math.max(0, Math.ceil((from - run.from) / HEARTBEAT_PERIOD));
  let at = run.from + skipped * HEARTBEAT_PERIOD;
  for (; at < Math.min(to, run.to); at += HEARTBEAT_PERIOD) {
    beats.push(beat(run, at));
  }
  if (from <= run.to && run.to < to) {
    beats.push({ ...beat(run, run.to), closed: run.closed });
  }
  return beats;
}

function beat({ instanceId }: Run, at: number): Heartbeat {
  return { at, type: 'heartbeat', instanceId };
}
