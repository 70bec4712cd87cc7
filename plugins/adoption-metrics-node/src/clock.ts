import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * Knows the time. Everything the plugin measures asks this clock, so that
 * tests and demos can travel in time by replacing one service.
 *
 * @public
 */
export interface Clock {
  /** The present instant in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /**
   * Whether this is the time of the world. It is then compared with the clock of
   * the database (on SQLite with how long the process has run, and with the last
   * stored time) before a day counts as over. A clock that travels in time leaves
   * it out and is believed.
   */
  readonly isCompared?: boolean;
}

/**
 * The clock of the machine, which may be wrong and is therefore compared.
 *
 * @public
 */
export const systemClock: Clock = { now: () => Date.now(), isCompared: true };

/**
 * The clock that the plugin asks; {@link systemClock} unless replaced.
 *
 * @public
 */
export const adoptionMetricsClockServiceRef = createServiceRef<Clock>({
  id: 'adoption-metrics.clock',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: () => systemClock }),
});
