import { createRandom } from '../random';

/** Components that are checked once a minute. */
export interface Watch {
  components: number;
  minutes: number;
  /** How often each component is down. */
  outagesEach: number;
}

/** Minutes from the start of the watch, half-open. */
export interface Outage {
  from: number;
  to: number;
}

/** A failure is believed when a second one follows it. */
const SHORTEST = 2;
const LONGEST = 30;

/**
 * When a component is down: once in each of equally long parts of the watch,
 * never at its edges, the same in every run.
 */
export function outagesOf(watch: Watch, component: number): Outage[] {
  const random = createRandom(component);
  const part = Math.floor(watch.minutes / watch.outagesEach);
  return Array.from({ length: watch.outagesEach }, (_, index) => {
    const length = SHORTEST + Math.floor(random() * (LONGEST - SHORTEST + 1));
    const room = part - length - 1;
    const from = index * part + 1 + Math.floor(random() * room);
    return { from, to: from + length };
  });
}

/** How many minutes a component is down. */
export function minutesDown(watch: Watch, component: number): number {
  return outagesOf(watch, component).reduce(
    (sum, { from, to }) => sum + to - from,
    0,
  );
}
