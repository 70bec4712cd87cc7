import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * Provides the current time. The whole plugin uses this clock, so that tests
 * and demos can change the time by replacing one service.
 *
 * @public
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /**
   * Whether this clock shows real time. If so, it is compared with the clock of
   * the database (with SQLite: with the uptime, and the last stored time)
   * before a day is closed. Omit it for simulated time.
   */
  readonly isCompared?: boolean;
}

/** The system clock, which may be wrong and is therefore compared. @public */
export const systemClock: Clock = { now: () => Date.now(), isCompared: true };

/**
 * The clock of the plugin; {@link systemClock} by default.
 *
 * @public
 */
export const adoptionMetricsClockServiceRef = createServiceRef<Clock>({
  id: 'adoption-metrics.clock',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: () => systemClock }),
});
