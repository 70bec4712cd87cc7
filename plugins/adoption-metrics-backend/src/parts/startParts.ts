import {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Part } from './Part';

/**
 * Schedules the tasks of all parts and has them take part in the backend's
 * start and shutdown.
 *
 * @param backend.ready - resolves when the past is complete, for which most
 * tasks wait
 */
export async function startParts(
  parts: Part[],
  backend: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    ready: Promise<void>;
  },
): Promise<void> {
  const { scheduler, lifecycle, ready } = backend;
  const tasks = parts.flatMap(part => part.tasks ?? []);
  for (const { run, duringImport, ...task } of tasks) {
    await scheduler.scheduleTask({
      ...task,
      fn: async signal => {
        if (!duringImport) {
          await ready;
        }
        await run(signal);
      },
    });
  }
  joinLifecycle(parts, lifecycle);
}

function joinLifecycle(parts: Part[], lifecycle: LifecycleService): void {
  for (const { startup, shutdown } of parts) {
    if (startup) {
      lifecycle.addStartupHook(startup);
    }
    if (shutdown) {
      lifecycle.addShutdownHook(shutdown);
    }
  }
}
