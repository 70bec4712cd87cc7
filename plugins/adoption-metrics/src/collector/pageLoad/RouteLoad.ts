import type { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { LargestPaints } from './LargestPaints';
import type { Load } from './Load';
import type { LongPolls } from './LongPolls';
import { discarded, measured, Measurement } from './measurement';
import type { Observation, SoftPaintObservation } from './observations';
import { Settlement, Settling } from './Settling';

const QUIET_MS = 500;

interface RouteLoadOptions {
  /** When the input or the navigation that started it occurred. */
  startedAt: number;
  /** When the URL changed. */
  navigatedAt: number;
  /** When the URL changed before that. */
  previousAt: number;
  longPolls: LongPolls;
}

/**
 * A navigation within the app, from the input that started it to the largest
 * paint if the browser reports it, otherwise until the page is quiet.
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

  // Paints of the previous navigation may be reported late.
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
