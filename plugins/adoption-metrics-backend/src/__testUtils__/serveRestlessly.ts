import { setTimeout as delay } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { adoptionMetricsClockServiceRef } from 'backstage-plugin-adoption-metrics-node';
import { CLOCK_SPEED, EPOCH_VARIABLE, PAUSE_MS } from './restlessness';

// Ends with the test that started it, however that one ends.
process.on('disconnect', () => process.exit(1));

/** The same time in every process and after every restart, only faster. */
const epoch = Number(process.env[EPOCH_VARIABLE]);
const clock = {
  now: () => epoch + CLOCK_SPEED * (Date.now() - epoch),
};

/**
 * Looks after alerts without a break and in every process at once, where
 * Backstage's scheduler would let one process in a minute: what holds here does
 * not rest on its lock.
 */
const scheduler = {
  async scheduleTask(task) {
    if (task.id === 'alerts') {
      repeat(() => task.fn(new AbortController().signal));
    }
  },
} as SchedulerService;

async function repeat(look: () => void | Promise<void>): Promise<never> {
  for (;;) {
    try {
      await look();
    } catch (error) {
      // The database may be away: it is looked again, as the scheduler would.
      process.stderr.write(`${error}\n`);
    }
    await delay(PAUSE_MS);
  }
}

const backend = createBackend();
backend.add(import('../index'));
backend.add(
  createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () => scheduler,
  }),
);
backend.add(
  createServiceFactory({
    service: adoptionMetricsClockServiceRef,
    deps: {},
    factory: () => clock,
  }),
);
backend.start();
