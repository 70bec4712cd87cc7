import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  adoptionMetricsClockServiceRef,
  Clock,
  systemClock,
} from 'backstage-plugin-adoption-metrics-node';

const offsetKey = 'demo.clockOffset';

/**
 * A clock that is ahead of the system clock by `demo.clockOffset`.
 *
 * @throws Error if the offset is not a duration, or is set outside development,
 * where it would falsify all metrics
 */
function createDemoClock(config: Config): Clock {
  if (!config.has(offsetKey)) {
    // Not compared with the database: a laptop may sleep for days, and the demo
    // has to continue immediately.
    return { now: () => systemClock.now() };
  }
  if (process.env.NODE_ENV !== 'development') {
    throw new Error(`${offsetKey} is accepted only with NODE_ENV=development`);
  }
  const offset = durationToMilliseconds(
    readDurationFromConfig(config, { key: offsetKey }),
  );
  return { now: () => systemClock.now() + offset };
}

/** Shows the portal at a later time. */
export const demoClock = createServiceFactory({
  service: adoptionMetricsClockServiceRef,
  deps: { config: coreServices.rootConfig },
  factory: ({ config }) => createDemoClock(config),
});
