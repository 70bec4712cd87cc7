import { DAY_MS, HOUR_MS } from '../time';
import { ComponentSource, ComponentState } from './components';

/** The maximum length of stored details, in UTF-16 units. */
export const LONGEST_DETAIL = 255;

/**
 * How many states of a component can begin per day (UTC). A component that
 * changes more often is flapping: until it has been steady for {@link
 * STEADY_FOR}, or the day is over, its state is unknown.
 */
export const MOST_CHANGES = 50;
export const STEADY_FOR = HOUR_MS;

/** The result of one check of a component. */
export interface Check {
  /** ms UTC. */
  at: number;
  state: 'up' | 'down';
  /** What was wrong, such as `status 502`. */
  detail?: string;
  /** Whether the observer confirmed a failure with a second check. */
  confirmed?: boolean;
  /** When the server's certificate expires, in ms UTC. */
  certificateExpiresAt?: number;
}

/** A check with an id is applied once. */
export interface PushedCheck extends Check {
  checkId?: string;
}

/** The outcome of a check. `late` ones are older than the newest. */
export type CheckOutcome = 'accepted' | 'duplicate' | 'late';

/** A component without its states. Instants are in ms UTC. */
export interface Component {
  id: number;
  name: string;
  source: ComponentSource;
  /** Subject of the token that reports on it; undefined for a probe. */
  observer?: string;
  /** Whether the portal counts as down while the component is down. */
  counts: boolean;
  /** After this time without a check, in ms, its state is unknown. */
  silence: number;
  /**
   * Before this, the component may not be reachable from the observer at all.
   */
  firstSuccessAt?: number;
  lastCheckAt?: number;
  lastState?: 'up' | 'down';
  lastDetail?: string;
  /** The first of consecutive failures; undefined after a success. */
  failingSince?: number;
  /** Since when all checks had the same result. */
  steadySince?: number;
  /** How many states began on the day (UTC) of the newest one. */
  changes?: { day: number; count: number };
  certificateExpiresAt?: number;
}

/** A stored state. Identified by its component and start. */
export type StoredState = Pick<
  ComponentState,
  'from' | 'to' | 'state' | 'counts' | 'detail'
>;

/** The changes made by a check. */
export interface Transition {
  component: Component;
  /** The newest state, which further checks may extend. */
  current: StoredState | undefined;
  /** New and extended states, by start. */
  changed: StoredState[];
}

/**
 * Applies new checks in order, see {@link applyCheck}. Known and outdated ones
 * are ignored.
 */
export function applyChecks(
  component: Component,
  newest: StoredState | undefined,
  { checks, isNew }: { checks: Check[]; isNew: boolean[] },
) {
  const changed = new Map<number, StoredState>();
  let step: Transition = { component, current: newest, changed: [] };
  const outcomes = checks.map((check, index): CheckOutcome => {
    if (!isNew[index]) {
      return 'duplicate';
    }
    if (check.at <= (step.component.lastCheckAt ?? -Infinity)) {
      return 'late';
    }
    step = applyCheck(step.component, step.current, check);
    step.changed.forEach(state => changed.set(state.from, state));
    return 'accepted';
  });
  return {
    outcomes,
    component: step.component,
    changed: [...changed.values()],
  };
}

/**
 * Applies a check that is newer than the last one. The time between two checks
 * has the state of the earlier one, unless it exceeds `silence`. A failure
 * counts, from its start, once a second one follows or if the observer has
 * confirmed it, because a single failure may be a glitch of the observer.
 * Nothing counts before the first success.
 */
export function applyCheck(
  component: Component,
  newest: StoredState | undefined,
  check: Check,
): Transition {
  const current = reached(component, newest, check.at);
  if (mustNotBegin(component, newest, check)) {
    return flap(component, newest, check);
  }
  if (check.state === 'up') {
    return succeed(component, current, check);
  }
  return component.firstSuccessAt === undefined
    ? { component: failing(component, check), current: newest, changed: [] }
    : fail(component, current, check);
}

// Flapping and silence both mean unknown, so no new state is needed.
function mustNotBegin(
  component: Component,
  newest: StoredState | undefined,
  check: Check,
): newest is StoredState {
  return (
    newest?.state === 'flapping' &&
    isWornOut(component, check.at) &&
    check.at - (seen(component, check).steadySince ?? check.at) < STEADY_FOR
  );
}

function flap(
  component: Component,
  newest: StoredState,
  check: Check,
): Transition {
  const after =
    check.state === 'up'
      ? { ...seen(component, check), failingSince: undefined }
      : failing(component, check);
  return grow(after, newest, check.at);
}

/** Whether the component has used up its states on the day of an instant. */
function isWornOut({ changes }: Component, at: number): boolean {
  return changes?.day === dayOf(at) && changes.count >= MOST_CHANGES;
}

function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

function succeed(
  component: Component,
  current: StoredState | undefined,
  check: Check,
): Transition {
  const succeeding = {
    ...seen(component, check),
    firstSuccessAt: component.firstSuccessAt ?? check.at,
    failingSince: undefined,
  };
  return extendOrBegin(succeeding, current, { ...check, since: check.at });
}

function fail(
  component: Component,
  current: StoredState | undefined,
  check: Check,
): Transition {
  const after = failing(component, check);
  const { failingSince: since } = after;
  const isConfirmed =
    check.confirmed || since < check.at || current?.state === 'down';
  return isConfirmed
    ? extendOrBegin(after, current, { ...check, since })
    : grow(after, current, check.at);
}

function failing(component: Component, check: Check) {
  const { at } = check;
  const goesOn = !isSilent(component, at);
  const failingSince = (goesOn ? component.failingSince : undefined) ?? at;
  return { ...seen(component, check), failingSince };
}

// A state that was not extended by the last check has ended: the component was
// silent.
function reached(
  component: Component,
  newest: StoredState | undefined,
  at: number,
): StoredState | undefined {
  const isCurrent = newest?.to === component.lastCheckAt;
  return isCurrent && !isSilent(component, at) ? newest : undefined;
}

/** Whether the component's checks have stopped. */
export function isSilent(
  { lastCheckAt, silence }: Component,
  at: number,
): boolean {
  return lastCheckAt !== undefined && at - lastCheckAt > silence;
}

function seen(component: Component, check: Check): Component {
  const { at, state, detail, certificateExpiresAt } = check;
  const agrees = component.lastState === state && !isSilent(component, at);
  return {
    ...component,
    steadySince: (agrees ? component.steadySince : undefined) ?? at,
    lastCheckAt: at,
    lastState: state,
    lastDetail: detail,
    certificateExpiresAt:
      certificateExpiresAt ?? component.certificateExpiresAt,
  };
}

// Extends a state, unless whether it counts has changed.
function extendOrBegin(
  component: Component,
  current: StoredState | undefined,
  { at, since, state, detail }: Check & { since: number },
): Transition {
  const { counts } = component;
  const goesOn = current?.state === state;
  if (goesOn && current.counts === counts) {
    return grow(component, current, at);
  }
  const from = goesOn ? at : since;
  const flaps = current?.state !== 'flapping' && isWornOut(component, at);
  const begun: StoredState = {
    from,
    to: at,
    state: flaps ? 'flapping' : state,
    counts,
  };
  if (detail !== undefined && begun.state === 'down') {
    begun.detail = detail;
  }
  const ended = current ? [{ ...current, to: from }] : [];
  return {
    component: withChange(component, at),
    current: begun,
    changed: [...ended, begun],
  };
}

function withChange(component: Component, at: number): Component {
  const { changes } = component;
  const day = dayOf(at);
  const before = changes?.day === day ? changes.count : 0;
  return { ...component, changes: { day, count: before + 1 } };
}

function grow(
  component: Component,
  current: StoredState | undefined,
  to: number,
): Transition {
  if (!current) {
    return { component, current, changed: [] };
  }
  const grown = { ...current, to };
  return { component, current: grown, changed: [grown] };
}
