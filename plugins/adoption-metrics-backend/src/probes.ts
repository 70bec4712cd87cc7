import { InputError } from '@backstage/errors';
import { Probe } from 'backstage-plugin-adoption-metrics-node';
import { CollectionOptions } from './collection';
import { Services } from './services';
import {
  componentName,
  componentNameRule,
  HttpProbe,
  PROCESSES,
  ProbeRunner,
} from './uptime';

/** Asks all probes from time to time, on one replica each time. */
export async function scheduleProbes(
  { scheduler, logger, health }: Services,
  { config, stores, clock }: CollectionOptions,
  added: Probe[],
): Promise<void> {
  const { probes, probePeriod } = config.uptime;
  const all = [...probes.map(each => new HttpProbe(each)), ...added];
  assertDistinct(all);
  await stores.components.retireProbes(all.map(({ name }) => name));
  if (all.length === 0) {
    return;
  }
  const runner = new ProbeRunner({
    probes: all,
    store: stores.components,
    clock,
    logger,
    health,
    period: probePeriod,
  });
  await scheduler.scheduleTask({
    id: 'probes',
    frequency: { milliseconds: probePeriod },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 10 },
    fn: signal => runner.run(signal),
  });
}

function assertDistinct(probes: Probe[]): void {
  const names = new Set([PROCESSES]);
  for (const { name } of probes) {
    if (names.has(name) || !componentName.test(name)) {
      throw new InputError(
        `there cannot be a probe '${name}'; names are distinct and ${componentNameRule}`,
      );
    }
    names.add(name);
  }
}
