import type { Observer } from './observations';
import { TICK_MS } from './Settling';

/** A longer gap means that the machine slept. */
const SLEEP_MS = 20_000;
/** Some clocks stop during sleep, so the wall clock runs ahead. */
const DRIFT_MS = 2_000;

/**
 * Ticks, and reports when the machine slept.
 *
 * @returns a function that stops ticking
 */
export function watchTime(page: Window, observe: Observer): () => void {
  let last = { at: page.performance.now(), wall: Date.now() };
  const timer = setInterval(() => {
    const now = { at: page.performance.now(), wall: Date.now() };
    const gap = now.at - last.at;
    const drift = now.wall - last.wall - gap;
    last = now;
    const type = gap > SLEEP_MS || drift > DRIFT_MS ? 'sleep' : 'tick';
    observe({ type, at: now.at });
  }, TICK_MS);
  return () => clearInterval(timer);
}
