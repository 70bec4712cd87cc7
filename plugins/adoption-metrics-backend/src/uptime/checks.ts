import { DAY_MS, HOUR_MS } from '../time';
import { ComponentSource, ComponentState } from './components';

/** How much is stored of what a check saw, in UTF-16 units. */
export const LONGEST_DETAIL = 255;

/**
 * How many states of a component may begin in a day, UTC. One that changes more
 * often is flapping: the rest of the day is one state, in which nobody knows how
 * long it was up, until it has been steady for {@link STEADY_FOR}.
 */
export const MOST_CHANGES = 50;
export const STEADY_FOR = HOUR_MS;

/** What one check of a component saw. */
export interface Check {
  /** ms UTC. */
  at: number;
  state: 'up' | 'down';
  /** What the check saw, such as `status 502`. */
  detail?: string;
  /** Whether the observer confirmed a failure by trying again. */
  confirmed?: boolean;
  /** When the certificate that was shown expires, in ms UTC. */
  certificateExpiresAt?: number;
}

/** A check with an id applies once. */
export interface PushedCheck extends Check {
  checkId?: string;
}

/** What became of a check; `late` ones are older than the newest. */
export type CheckOutcome = 'accepted' | 'duplicate' | 'late';

/** What is known of a component besides its states. Instants are ms UTC. */
export interface Component {
  id: number;
  name: string;
  source: ComponentSource;
  /** Who reports on it: the subject of a token. Undefined of a probe. */
  observer?: string;
  /** Whether the portal is down whenever this component is. */
  counts: boolean;
  /** Without a check for longer than this, in ms, its state is unknown. */
  silence: number;
  /** Until then, the component may simply be unreachable from here. */
  firstSuccessAt?: number;
  lastCheckAt?: number;
  lastState?: 'up' | 'down';
  lastDetail?: string;
  /** The first of the failures in a row, while there are any. */
  failingSince?: number;
  /** Since when all checks have agreed. */
  steadySince?: number;
  /** How many states began on a day, UTC, which is that of the newest. */
  changes?: { day: number; count: number };
  certificateExpiresAt?: number;
}

/** A state as it is stored; its component and start name it. */
export type StoredState = Pick<
  ComponentState,
  'from' | 'to' | 'state' | 'counts' | 'detail'
>;

/** What a check changes. */
export interface Transition {
  component: Component;
  /** The newest state, which further checks may extend. */
  current: StoredState | undefined;
  /** States that began or grew, by start. */
  changed: StoredState[];
}

/**
 * Applies checks in the order given, as {@link applyCheck} does, but for those
 * that are not new or older than the last.
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
 * Applies a check that is newer than the last. The time between two checks has
 * the state of the earlier one, unless more than `silence` lies between them.
 * A failure counts once a second one follows it or the observer has confirmed
 * it, and then from the first: a single one may be a hiccup of the observer.
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

// Flapping and silence are both unknown, so that the one may cover the other.
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

/** Whether no more states of a component are kept on the day of an instant. */
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

// What the last check did not extend has ended: the component was silent.
function reached(
  component: Component,
  newest: StoredState | undefined,
  at: number,
): StoredState | undefined {
  const isCurrent = newest?.to === component.lastCheckAt;
  return isCurrent && !isSilent(component, at) ? newest : undefined;
}

/** Whether more time has passed since the last check than should. */
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

// A state that goes on grows, unless it began to count or ceased to.
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
