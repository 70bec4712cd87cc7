import type { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { LargestPaints } from './LargestPaints';
import type { Load } from './Load';
import type { LongPolls } from './LongPolls';
import { discarded, measured, Measurement } from './measurement';
import type { Observation, SoftPaintObservation } from './observations';
import { Settlement, Settling } from './Settling';

const QUIET_MS = 500;

interface RouteLoadOptions {
  /** When the input that began it was made, or else the navigation. */
  startedAt: number;
  /** When the address changed. */
  navigatedAt: number;
  /** When the address had changed before that. */
  previousAt: number;
  longPolls: LongPolls;
}

/**
 * A navigation inside the app, from the input that began it: until the largest
 * paint where the browser reports it, else until the page is quiet.
 */
export class RouteLoad implements Load {
  #options: RouteLoadOptions;
  #settling: Settling;
  #paints = new LargestPaints();
  #interactionAt = 0;

  constructor(options: RouteLoadOptions) {
    const { startedAt, navigatedAt, longPolls } = options;
    this.#options = options;
    this.#settling = new Settling({
      startedAt,
      watchedFrom: navigatedAt,
      quietMs: () => QUIET_MS,
      longPolls,
    });
  }

  kind(): PageLoadKind {
    return 'route';
  }

  observe(observation: Observation): Measurement | undefined {
    if (observation.type === 'soft-paint') {
      this.#onPaint(observation);
      return undefined;
    }
    const settlement = this.#settling.observe(observation);
    return settlement && this.#conclude(settlement);
  }

  interrupt(at: number): Measurement {
    const settlement = this.#settling.interrupt(at);
    return settlement
      ? this.#conclude(settlement)
      : discarded('route', 'superseded');
  }

  // The browser may report paints of the navigation before this one late.
  #onPaint({ startedAt, value }: SoftPaintObservation): void {
    const { navigatedAt, previousAt } = this.#options;
    if (startedAt > previousAt && startedAt <= navigatedAt) {
      this.#interactionAt = startedAt;
      this.#paints.add(startedAt + value);
    }
  }

  #conclude({ endedAt, paintsUntil }: Settlement): Measurement {
    const paintedAt = this.#paints.last(paintsUntil);
    if (paintedAt !== undefined) {
      const duration = paintedAt - this.#interactionAt;
      return measured('route', 'soft-lcp', duration);
    }
    return endedAt === undefined
      ? discarded('route', 'unsettled')
      : measured('route', 'quiet', endedAt - this.#options.startedAt);
  }
}
