import { clip, Interval, union } from '../time';
import { pastOf } from './availability';
import { addUp, lengthsOf, StateIntervals, StateTimes } from './stateTimes';

/**
 * States over a span of time, from which any window within it can be measured.
 */
export class UptimeHistory {
  readonly #states: StateIntervals;

  /**
   * @param parts - states of consecutive parts of the span
   * @param options.observedSince - start of observation in ms UTC; undefined
   * without heartbeats
   */
  constructor(
    parts: StateIntervals[],
    private readonly options: { now: number; observedSince?: number },
  ) {
    this.#states = joined(parts);
  }

  get observedSince(): number | undefined {
    return this.options.observedSince;
  }

  /** States of a window within the span. */
  statesIn(window: Interval): StateIntervals {
    const { observed, maintenance, down, unknown, restarts } = this.#states;
    return {
      observed: clip(observed, window),
      maintenance: clip(maintenance, window),
      down: clip(down, window),
      unknown: clip(unknown, window),
      restarts: clip(restarts, window),
    };
  }

  /** Time spent in each state in a window within the span. */
  timesIn(window: Interval): StateTimes {
    const { now } = this.options;
    return addUp(pastOf({ window, now }), lengthsOf(this.statesIn(window)));
  }
}

function joined(parts: StateIntervals[]): StateIntervals {
  if (parts.length === 1) {
    return parts[0];
  }
  const join = (state: keyof StateIntervals) =>
    union(parts.flatMap(part => part[state]));
  return {
    observed: join('observed'),
    maintenance: join('maintenance'),
    down: join('down'),
    unknown: join('unknown'),
    restarts: join('restarts'),
  };
}
