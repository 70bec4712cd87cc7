import {
  LoggerService,
  RootHealthService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Clock, Probe } from 'backstage-plugin-adoption-metrics-node';
import { Task } from '../../parts';
import { componentName, componentNameRule } from '../components';
import { PROCESSES } from '../incidents';
import { ComponentStore } from '../ComponentStore';
import { HttpProbe, HttpProbeOptions } from './HttpProbe';
import { ProbeRunner } from './ProbeRunner';

/**
 * A task that runs all probes regularly, on one replica at a time. Empty
 * without probes.
 *
 * @throws InputError if a name is invalid, reserved, or used twice
 */
export async function createProbeTasks(handles: {
  configured: HttpProbeOptions[];
  /** Probes added by modules. */
  added: Probe[];
  /** Time between two runs, in ms. */
  period: number;
  components: ComponentStore;
  clock: Clock;
  logger: LoggerService;
  health: RootHealthService;
}): Promise<Task[]> {
  const { configured, added, period, components } = handles;
  const { clock, logger, health } = handles;
  const probes = [...configured.map(each => new HttpProbe(each)), ...added];
  assertDistinct(probes);
  await components.retireProbes(probes.map(({ name }) => name));
  if (probes.length === 0) {
    return [];
  }
  const runner = new ProbeRunner({
    probes,
    store: components,
    clock,
    logger,
    health,
    period,
  });
  return [
    {
      id: 'probes',
      frequency: { milliseconds: period },
      timeout: { minutes: 2 },
      initialDelay: { seconds: 10 },
      duringImport: true,
      run: signal => runner.run(signal),
    },
  ];
}

function assertDistinct(probes: Probe[]): void {
  const names = new Set([PROCESSES]);
  for (const { name } of probes) {
    if (names.has(name) || !componentName.test(name)) {
      throw new InputError(
        `Invalid probe name '${name}'; expected unique names of ${componentNameRule}`,
      );
    }
    names.add(name);
  }
}
