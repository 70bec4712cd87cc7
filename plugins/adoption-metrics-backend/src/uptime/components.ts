import { Interval, lengthOf, lengthOfOverlap } from '../time';
import { StateTimes, addUp, findAccountable } from './stateTimes';

/** Who checks a component: the portal's own probes, or an external observer. */
export type ComponentSource = 'probe' | 'push';

/** Valid names of components. */
export const componentName = /^[a-z][a-z0-9_-]{0,62}$/i;

export const componentNameRule =
  'up to 63 letters, digits, dashes and underscores, beginning with a letter';

/** Component names are not case-sensitive. */
export function canonicalName(name: string): string {
  return name.toLocaleLowerCase('en-US');
}

/**
 * A time in which all checks of a component had the same result; instants in ms
 * UTC.
 */
export interface ComponentState extends Interval {
  componentId: number;
  /** The name of the component. */
  component: string;
  /** `flapping` means unknown: it changed too often to store all states. */
  state: 'up' | 'down' | 'flapping';
  /** Whether the portal counted as down while this component was down. */
  counts: boolean;
  /** What was wrong, such as `status 502`. */
  detail?: string;
  /** After this time without a check, in ms, the state is unknown. */
  silence: number;
}

/**
 * States as far as they are proven at `now`. The newest state of a component is
 * assumed to last until the component has been silent for too long.
 *
 * @param states - of any components, sorted by time per component
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

/** Measures how long a component was in each state. */
export function measureComponent(options: {
  past: Interval;
  /** The first success of the component; earlier checks do not count. */
  observedSince: number | undefined;
  /** States of this component, as returned by {@link provenStates}. */
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
