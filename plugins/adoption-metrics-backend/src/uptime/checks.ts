import { ComponentSource, ComponentState } from './components';

/** How much is stored of what a check saw, in UTF-16 units. */
export const LONGEST_DETAIL = 255;

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

/** A check with an id, which applies once. */
export interface PushedCheck extends Check {
  checkId: string;
}

/** What became of a check; `late` ones are older than the newest. */
export type CheckOutcome = 'accepted' | 'duplicate' | 'late';

/** What is known of a component besides its states. Instants are ms UTC. */
export interface Component {
  id: number;
  name: string;
  source: ComponentSource;
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
  if (check.state === 'up') {
    return succeed(component, current, check);
  }
  return component.firstSuccessAt === undefined
    ? { component: failing(component, check), current: newest, changed: [] }
    : fail(component, current, check);
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
  return {
    ...component,
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
  const begun: StoredState = { from, to: at, state, counts };
  if (detail !== undefined && state === 'down') {
    begun.detail = detail;
  }
  const ended = current ? [{ ...current, to: from }] : [];
  return { component, current: begun, changed: [...ended, begun] };
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
