import { Interval, lengthOf, lengthOfOverlap } from '../time';
import { StateTimes, addUp, findAccountable } from './stateTimes';

/** Who checks a component: the portal's own probes, or an outside observer. */
export type ComponentSource = 'probe' | 'push';

/** What a component may be called. */
export const componentName = /^[a-z][a-z0-9_-]{0,62}$/i;

export const componentNameRule =
  'up to 63 letters, digits, dashes and underscores, beginning with a letter';

/** Names that differ in case only would be taken for the same. */
export function canonicalName(name: string): string {
  return name.toLocaleLowerCase('en-US');
}

/** Time in which checks of a component agreed; instants are ms UTC. */
export interface ComponentState extends Interval {
  componentId: number;
  /** Names the component to people. */
  component: string;
  /** `flapping` is unknown: it changed too often for its states to be kept. */
  state: 'up' | 'down' | 'flapping';
  /** Whether the portal was down whenever this component was. */
  counts: boolean;
  /** What the check saw, such as `status 502`. */
  detail?: string;
  /** Without a check for longer than this, in ms, nothing is known. */
  silence: number;
}

/**
 * The times for which states are proven at the instant `now`. Of the newest
 * state of a component it is not known yet whether it lasts; it is taken to
 * until the component has been silent for too long.
 *
 * @param states - of any components, each by time
 */
export function provenStates(
  states: ComponentState[],
  now: number,
): ComponentState[] {
  const newest = new Map(states.map(each => [each.componentId, each]));
  return states.map(state => {
    const isNewest = newest.get(state.componentId) === state;
    const lasts = isNewest && now - state.to <= state.silence;
    return lasts ? { ...state, to: Math.max(state.to, now) } : state;
  });
}

/** How long one component was in which state. */
export function measureComponent(options: {
  past: Interval;
  /** The first success of the component; before it, its checks are advice. */
  observedSince: number | undefined;
  /** As {@link provenStates} returns them, of this component. */
  states: ComponentState[];
  maintenance: Interval[];
}): StateTimes {
  const { past, states } = options;
  const { observed, maintenance, accountable } = findAccountable(options);
  const timeIn = (wanted: ComponentState['state']) => {
    const some = states.filter(({ state }) => state === wanted);
    return lengthOfOverlap(some, accountable);
  };
  const [up, down] = [timeIn('up'), timeIn('down')];
  return addUp(past, {
    observed: lengthOf(observed),
    maintenance: lengthOf(maintenance),
    down,
    unknown: lengthOf(accountable) - up - down,
  });
}
