import { clip, Interval, union } from '../time';
import { pastOf } from './availability';
import { addUp, lengthsOf, StateIntervals, StateTimes } from './stateTimes';

/** Every moment's state in a span, of which any window can be measured. */
export class UptimeHistory {
  readonly #states: StateIntervals;

  /**
   * @param parts - states of the parts of the span, in order
   * @param options.observedSince - since when time counts, in ms UTC; undefined
   *   without a heartbeat
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

  /** The states of a window within the span. */
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

  /** How long the states of a window within the span are. */
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
