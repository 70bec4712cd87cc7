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
 * A clock that runs ahead of the machine's by `demo.clockOffset`.
 *
 * @throws Error if the offset is not a duration, or is set outside development,
 * where it would falsify every metric.
 */
function createDemoClock(config: Config): Clock {
  if (!config.has(offsetKey)) {
    // A laptop sleeps for days, and its portal is to go on at once.
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

/** Lets one look at the portal as it will be tomorrow. */
export const demoClock = createServiceFactory({
  service: adoptionMetricsClockServiceRef,
  deps: { config: coreServices.rootConfig },
  factory: ({ config }) => createDemoClock(config),
});
