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
}

/**
 * The clock of the machine.
 *
 * @public
 */
export const systemClock: Clock = { now: () => Date.now() };

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
