import type { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { discarded, measured, Measurement } from './measurement';
import type { Observation } from './observations';
import type { Load } from './RouteLoad';
import { Settling } from './Settling';

const QUIET_MS = 2_000;

export interface InitialLoadOptions {
  /** Zero, or when a prerendered document was shown to the person. */
  startedAt: number;
  /** From when on the page is watched. */
  watchedFrom: number;
  supportsLargestPaint: boolean;
  /** End of the document's load event in milliseconds, 0 if not yet. */
  loadEventEnd(): number;
}

/**
 * The load of the document itself, from the start of its navigation to the
 * Largest Contentful Paint.
 *
 * Whoever has a session gets it without touching a control, while requests
 * are still open. So a load that falls silent without a session, or in which
 * a control was used before there was one, ended on the sign-in page.
 */
export class InitialLoad implements Load {
  #options: InitialLoadOptions;
  #settling: Settling;
  #largestPaint: number | undefined;
  #sessionAt: number | undefined;

  constructor(options: InitialLoadOptions) {
    const { startedAt, watchedFrom } = options;
    this.#options = options;
    this.#settling = new Settling({
      startedAt,
      watchedFrom,
      quietMs: QUIET_MS,
      busyUntil: watchedFrom,
    });
  }

  kind(): PageLoadKind {
    return 'initial';
  }

  observe(observation: Observation): Measurement | undefined {
    switch (observation.type) {
      case 'largest-paint':
        this.#largestPaint = observation.value;
        return undefined;
      case 'session':
        this.#sessionAt ??= observation.at - this.#options.startedAt;
        return undefined;
      case 'input':
        return this.#onInput(observation.onControl);
      default:
        return this.#onActivity(observation);
    }
  }

  // Browsers stop looking for larger paints at the first input.
  #onInput(onControl: boolean): Measurement | undefined {
    if (this.#sessionAt === undefined) {
      return onControl ? this.#conclude('sign-in') : undefined;
    }
    return this.#isContentPainted() ? this.#conclude('initial') : undefined;
  }

  #onActivity(observation: Observation): Measurement | undefined {
    const settlement = this.#settling.observe(observation);
    const kind = this.#sessionAt === undefined ? 'sign-in' : 'initial';
    return settlement && this.#conclude(kind, settlement.endedAt);
  }

  // What was painted before the session is a splash screen, not the page.
  #isContentPainted(): boolean {
    return (this.#largestPaint ?? -1) >= (this.#sessionAt ?? 0);
  }

  #conclude(kind: PageLoadKind, endedAt?: number): Measurement {
    const { startedAt, supportsLargestPaint, loadEventEnd } = this.#options;
    if (!supportsLargestPaint && loadEventEnd() > 0) {
      return measured(kind, 'load-event', loadEventEnd() - startedAt);
    }
    const isPainted = kind === 'sign-in' || this.#isContentPainted();
    if (isPainted && this.#largestPaint !== undefined) {
      return measured(kind, 'lcp', this.#largestPaint);
    }
    return endedAt === undefined
      ? discarded(kind, 'unsettled')
      : measured(kind, 'quiet', endedAt - startedAt);
  }
}
