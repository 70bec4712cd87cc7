import type { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { LargestPaints } from './LargestPaints';
import type { Load } from './Load';
import type { LongPolls } from './LongPolls';
import { discarded, measured, Measurement } from './measurement';
import type { Observation } from './observations';
import { Settlement, Settling } from './Settling';

const QUIET_MS = 2_000;
/** Requests that restore the session cannot be observed. */
const QUIET_WITHOUT_SESSION_MS = 10_000;

export interface InitialLoadOptions {
  /** Zero, or when a prerendered document was shown. */
  startedAt: number;
  /** When observation started. */
  watchedFrom: number;
  supportsLargestPaint: boolean;
  /** End of the document's load event in milliseconds, 0 if not yet. */
  loadEventEnd(): number;
}

/**
 * The load of the document, from the start of its navigation to the Largest
 * Contentful Paint.
 *
 * A user with a session gets it quickly, and without using a control. A load
 * that becomes quiet without a session, or in which a control was used first,
 * ended on the sign-in page.
 */
export class InitialLoad implements Load {
  #options: InitialLoadOptions;
  #settling: Settling;
  #paints = new LargestPaints();
  #sessionAt: number | undefined;

  constructor(options: InitialLoadOptions, longPolls: LongPolls) {
    const { startedAt, watchedFrom } = options;
    this.#options = options;
    this.#settling = new Settling({
      startedAt,
      watchedFrom,
      quietMs: () =>
        this.#sessionAt === undefined ? QUIET_WITHOUT_SESSION_MS : QUIET_MS,
      busyUntil: watchedFrom,
      longPolls,
    });
  }

  kind(): PageLoadKind | undefined {
    return this.#sessionAt === undefined ? undefined : 'initial';
  }

  observe(observation: Observation): Measurement | undefined {
    switch (observation.type) {
      case 'largest-paint':
        this.#paints.add(observation.value + this.#options.startedAt);
        return undefined;
      case 'session':
        return this.#onSession(observation);
      case 'input':
        return this.#onInput(observation.onControl);
      default:
        return this.#onActivity(observation);
    }
  }

  interrupt(at: number): Measurement {
    const settlement = this.#settling.interrupt(at);
    return settlement
      ? this.#conclude('initial', settlement)
      : discarded('initial', 'superseded');
  }

  // The quiet time before it belongs to the waiting page.
  #onSession(observation: Observation): Measurement | undefined {
    const measurement = this.#onActivity(observation);
    this.#sessionAt ??= observation.at;
    return measurement;
  }

  // Browsers stop looking for larger paints at the first input.
  #onInput(onControl: boolean): Measurement | undefined {
    if (this.#sessionAt === undefined) {
      return onControl ? this.#conclude('sign-in') : undefined;
    }
    return this.#isContent(this.#paints.last(Infinity))
      ? this.#conclude('initial')
      : undefined;
  }

  #onActivity(observation: Observation): Measurement | undefined {
    const settlement = this.#settling.observe(observation);
    return settlement && this.#conclude(this.kind() ?? 'sign-in', settlement);
  }

  // Anything painted before the session is a splash screen.
  #isContent(paintedAt: number | undefined): boolean {
    return (paintedAt ?? -Infinity) >= (this.#sessionAt ?? -Infinity);
  }

  #conclude(kind: PageLoadKind, settlement?: Settlement): Measurement {
    const { startedAt, supportsLargestPaint, loadEventEnd } = this.#options;
    if (!supportsLargestPaint && loadEventEnd() > 0) {
      return measured(kind, 'load-event', loadEventEnd() - startedAt);
    }
    const paintedAt = this.#paints.last(settlement?.paintsUntil ?? Infinity);
    const isMeant = kind === 'sign-in' || this.#isContent(paintedAt);
    if (isMeant && paintedAt !== undefined) {
      return measured(kind, 'lcp', paintedAt - startedAt);
    }
    return settlement?.endedAt === undefined
      ? discarded(kind, 'unsettled')
      : measured(kind, 'quiet', settlement.endedAt - startedAt);
  }
}
