import {
  Declared,
  LAPSE,
  Note,
  notesOf,
  NotedCheck,
  SILENCE,
  Span,
  World,
} from './world';

/** Earliest and latest second that is looked at. */
const [FIRST, LAST] = [-60, 600];

type Seconds = Set<number>;

export type State =
  | 'up'
  | 'down'
  | 'maintenance'
  | 'unknown'
  | 'beforeInstallation';

export interface Timeline {
  now: number;
  portal(second: number): State;
  component(index: number, second: number): State;
}

function mark(seconds: Seconds, from: number, to: number): void {
  for (let second = from; second < to; second += 1) {
    seconds.add(second);
  }
}

/** Works out the state of every second from what was noted. */
export function timelineOf(world: World): Timeline {
  const notes = world.processes.map(each => notesOf(each, world.databaseAway));
  const now = lastNote(world, notes) + world.readAfter;
  const up = new Set<number>();
  const away = new Set<number>();
  for (const each of notes) {
    markProcess(each, now, up);
    markDatabase(each, away);
  }
  const beats = notes.flat().filter(({ kind }) => kind === 'beat');
  const first = Math.min(...beats.map(({ at }) => at));
  const watched = world.watches.map(({ checks }) => statesOf(checks, now));
  const excluded = (second: number) =>
    world.maintenance.some(each => covers(each, second, world.excludeLate));
  return {
    now,
    portal: second => {
      if (second < first) {
        return 'beforeInstallation';
      }
      if (excluded(second)) {
        return 'maintenance';
      }
      const failing = world.watches.some(
        ({ counts }, i) => counts && watched[i].get(second) === 'down',
      );
      if (away.has(second) || failing) {
        return 'down';
      }
      return up.has(second) ? 'up' : world.gaps;
    },
    component: (index, second) => {
      const { checks } = world.watches[index];
      const success = checks.find(({ state }) => state === 'up');
      if (!success || second < success.at) {
        return 'beforeInstallation';
      }
      return excluded(second)
        ? 'maintenance'
        : watched[index].get(second) ?? 'unknown';
    },
  };
}

function lastNote(world: World, notes: Note[][]): number {
  const checks = world.watches.flatMap(watch => watch.checks);
  return Math.max(...[...notes.flat(), ...checks].map(({ at }) => at), 0);
}

/**
 * A beat vouches for the time since the newest moment at which the process was
 * alive by its own clock, unless that is too long ago.
 */
function markProcess(notes: Note[], now: number, up: Seconds): void {
  const alive = new Set<number>();
  const own = new Set<number>();
  let closed = false;
  for (const { kind, at } of notes) {
    const before = newestOf(alive, at);
    const close = kind === 'close';
    if (kind === 'miss' || (close && before === undefined)) {
      continue;
    }
    closed = closed || close;
    if (before !== undefined && !close) {
      joinBehind(alive, own, before);
    }
    if (before !== undefined && at - before <= LAPSE) {
      mark(own, before, at);
    }
    if (!close || (before !== undefined && at - before <= LAPSE)) {
      alive.add(at);
    }
    own.forEach(second => alive.add(second));
  }
  for (const at of closed ? [] : alive) {
    if (now - at <= LAPSE) {
      mark(own, at, now);
    }
  }
  own.forEach(second => up.add(second));
}

function newestOf(alive: Set<number>, at: number): number | undefined {
  for (let second = at; second >= FIRST; second -= 1) {
    if (alive.has(second)) {
      return second;
    }
  }
  return undefined;
}

// Two stretches meet where a clock went back and caught up.
function joinBehind(alive: Set<number>, own: Seconds, at: number): void {
  let start = at;
  while (own.has(start - 1)) {
    start -= 1;
  }
  const before = newestOf(alive, start - 1);
  if (before !== undefined && start - before <= LAPSE) {
    mark(own, before, start);
    own.forEach(second => alive.add(second));
  }
}

/** Two failures in a row, until the database answers or the process sleeps. */
function markDatabase(notes: Note[], away: Seconds): void {
  let stretches: Span[] = [];
  let alive = false;
  for (const { kind, at } of notes) {
    const last = stretches[stretches.length - 1];
    if (kind === 'miss') {
      if (last && at < last[1]) {
        continue;
      }
      if (last && at - last[1] <= LAPSE) {
        last[1] = at;
      } else {
        stretches.push([at, at]);
      }
      continue;
    }
    alive = alive || kind === 'beat';
    if (!alive) {
      return;
    }
    if (last && last[0] < last[1] && at - last[1] <= LAPSE) {
      last[1] = Math.max(last[1], at);
    }
    stretches.forEach(([from, to]) => mark(away, from, to));
    stretches = [];
  }
}

/** The state of each second that checks of one component speak of. */
function statesOf(
  checks: NotedCheck[],
  now: number,
): Map<number, 'up' | 'down'> {
  const states = new Map<number, 'up' | 'down'>();
  const firstSuccess = checks.findIndex(({ state }) => state === 'up');
  if (firstSuccess < 0) {
    return states;
  }
  const known = checks.slice(firstSuccess);
  known.forEach(({ at }, index) => {
    const until = index + 1 < known.length ? known[index + 1].at : now;
    const verdict = verdictOn(known, index);
    if (verdict === undefined || until - at > SILENCE) {
      return;
    }
    for (let second = at; second < until; second += 1) {
      states.set(second, verdict);
    }
  });
  return states;
}

function follows(checks: NotedCheck[], index: number): boolean {
  return index > 0 && checks[index].at - checks[index - 1].at <= SILENCE;
}

/** What a check stands for, with those before and after it in view. */
function verdictOn(
  checks: NotedCheck[],
  index: number,
): 'up' | 'down' | undefined {
  if (checks[index].state === 'up') {
    return 'up';
  }
  let first = index;
  while (follows(checks, first) && checks[first - 1].state === 'down') {
    first -= 1;
  }
  let last = index;
  while (
    last + 1 < checks.length &&
    follows(checks, last + 1) &&
    checks[last + 1].state === 'down'
  ) {
    last += 1;
  }
  const run = checks.slice(first, last + 1);
  if (run.length > 1 || run[0].confirmed) {
    return 'down';
  }
  return follows(checks, first) ? 'up' : undefined;
}

function covers(
  { span, declaredAt, cancelledAt }: Declared,
  second: number,
  excludeLate: boolean,
): boolean {
  const [from, to] = span;
  const end = cancelledAt === undefined ? to : Math.min(to, cancelledAt);
  const late = declaredAt > from;
  return from <= second && second < end && (excludeLate || !late);
}

/** Adds up the states of a window, and the times down in it. */
export function sum(
  [from, to]: Span,
  now: number,
  stateAt: (second: number) => State,
) {
  const total: Record<State, number> = {
    up: 0,
    down: 0,
    maintenance: 0,
    unknown: 0,
    beforeInstallation: 0,
  };
  const downtimes: Span[] = [];
  for (let second = from; second < Math.min(to, now, LAST); second += 1) {
    const state = stateAt(second);
    total[state] += 1;
    const open = downtimes[downtimes.length - 1];
    if (state === 'down' && open && open[1] === second) {
      open[1] += 1;
    } else if (state === 'down') {
      downtimes.push([second, second + 1]);
    }
  }
  return { total, downtimes };
}
