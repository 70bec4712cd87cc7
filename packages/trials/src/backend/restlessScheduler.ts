import { setTimeout as delay } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';

/** Between two runs of a task, in ms; alerts are what replicas disagree about soonest. */
const PAUSES: Record<string, number> = { alerts: 100 };
const USUAL_PAUSE_MS = 3_000;

/**
 * Runs every task in every process at once and without a break, where
 * Backstage's scheduler would let one process in a minute: what holds here does
 * not rest on its lock.
 */
const scheduler = {
  async scheduleTask({ id, fn }) {
    repeat(PAUSES[id] ?? USUAL_PAUSE_MS, () =>
      fn(new AbortController().signal),
    );
  },
} as SchedulerService;

async function repeat(
  pauseMs: number,
  run: () => void | Promise<void>,
): Promise<never> {
  for (;;) {
    await delay(pauseMs);
    try {
      await run();
    } catch (error) {
      // The database may be away: it is tried again, as the scheduler would.
      process.stderr.write(`${error}\n`);
    }
  }
}

/** In the place of Backstage's scheduler. */
export const restlessScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () => scheduler,
});
