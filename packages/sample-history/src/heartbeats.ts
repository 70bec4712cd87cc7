import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import { Chapter, DAY, HOUR, MINUTE } from './calendar';

/** The longest time between two beats of a replica, in ms. */
export const HEARTBEAT_PERIOD = 30 * MINUTE;

const REPLICAS = ['sample-a', 'sample-b'];

/** Every two weeks each replica is replaced, one after the other. */
const DEPLOYMENT = {
  firstAfter: 8 * DAY + 10 * HOUR,
  every: 14 * DAY,
  apart: 6 * MINUTE,
  takes: 3 * MINUTE,
};

/**
 * Both replicas down at once. The last two lie in the last 30 days, and come
 * back every 30 days after the end.
 */
const CRASHES = [
  { daysBeforeEnd: 240, timeOfDay: 14 * HOUR + 5 * MINUTE, minutes: 18 },
  { daysBeforeEnd: 205, timeOfDay: 7 * HOUR + 48 * MINUTE, minutes: 5 },
  { daysBeforeEnd: 166, timeOfDay: 21 * HOUR + 12 * MINUTE, minutes: 31 },
  { daysBeforeEnd: 121, timeOfDay: 12 * HOUR + 33 * MINUTE, minutes: 12 },
  { daysBeforeEnd: 83, timeOfDay: 2 * HOUR + 57 * MINUTE, minutes: 40 },
  { daysBeforeEnd: 48, timeOfDay: 16 * HOUR + 20 * MINUTE, minutes: 7 },
  { daysBeforeEnd: 20, timeOfDay: 13 * HOUR + 17 * MINUTE, minutes: 34 },
  { daysBeforeEnd: 9, timeOfDay: 8 * HOUR + 41 * MINUTE, minutes: 24 },
];
const RECURRENCE = 30 * DAY;

interface Stop {
  at: number;
  until: number;
  closed?: 'shutdown';
}

/** One run of one replica; a replica that starts again is another run. */
interface Run {
  instanceId: string;
  from: number;
  to: number;
  closed?: 'shutdown';
}

type Heartbeat = Extract<HistoryEvent, { type: 'heartbeat' }>;

export interface Heartbeats {
  /** The beats in the half-open interval, in no order. */
  during(from: number, to: number): Heartbeat[];
  /** One beat of every replica that is up at an instant. */
  at(instant: number): Heartbeat[];
}

/** @param until - the instant before which beats are asked for, in ms UTC */
export function heartbeatsOf(chapter: Chapter, until: number): Heartbeats {
  const runs = REPLICAS.flatMap((_, index) => runsOf(index, chapter, until));
  return {
    during: (from, to) => runs.flatMap(run => beatsOf(run, from, to)),
    at: instant =>
      runs
        .filter(run => run.from <= instant && instant < run.to)
        .map(run => beat(run, instant)),
  };
}

function runsOf(replica: number, chapter: Chapter, until: number): Run[] {
  const runs: Run[] = [];
  let from = chapter.launch;
  const stops = [
    ...crashesOf(chapter, until),
    ...deploymentsOf(replica, chapter, until),
  ].sort((a, b) => a.at - b.at);
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

function crashesOf({ end }: Chapter, until: number): Stop[] {
  const first = CRASHES.map(({ daysBeforeEnd, timeOfDay, minutes }) => {
    const at = end - daysBeforeEnd * DAY + timeOfDay;
    return { at, until: at + minutes * MINUTE };
  });
  const stops = [...first];
  for (
    let later = RECURRENCE;
    end + later < until + RECURRENCE;
    later += RECURRENCE
  ) {
    stops.push(
      ...first
        .slice(-2)
        .map(stop => ({ at: stop.at + later, until: stop.until + later })),
    );
  }
  return stops;
}

function deploymentsOf(
  replica: number,
  { launch }: Chapter,
  until: number,
): Stop[] {
  const stops: Stop[] = [];
  const first = launch + DEPLOYMENT.firstAfter + replica * DEPLOYMENT.apart;
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
