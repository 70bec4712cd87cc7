import type { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { discarded, measured, Measurement } from './measurement';
import type { Observation } from './observations';
import { Settling } from './Settling';

const QUIET_MS = 500;

/** A load in progress. */
export interface Load {
  kind(): PageLoadKind;
  /** Takes one observation; answers once the load is over. */
  observe(observation: Observation): Measurement | undefined;
}

/** A navigation inside the app, from the input that began it. */
export class RouteLoad implements Load {
  #startedAt: number;
  #settling: Settling;

  constructor(startedAt: number, watchedFrom: number) {
    this.#startedAt = startedAt;
    this.#settling = new Settling({
      startedAt,
      watchedFrom,
      quietMs: QUIET_MS,
    });
  }

  kind(): PageLoadKind {
    return 'route';
  }

  observe(observation: Observation): Measurement | undefined {
    const settlement = this.#settling.observe(observation);
    if (!settlement) {
      return undefined;
    }
    return settlement.endedAt === undefined
      ? discarded('route', 'unsettled')
      : measured('route', 'quiet', settlement.endedAt - this.#startedAt);
  }
}
