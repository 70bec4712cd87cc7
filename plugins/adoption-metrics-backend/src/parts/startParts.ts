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
 * @param backend.clockIsSet - resolves when it is known what time it is, for which
 * everything waits
 */
export async function startParts(
  parts: Part[],
  backend: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    ready: Promise<void>;
    clockIsSet: Promise<void>;
  },
): Promise<void> {
  const { scheduler, ready, clockIsSet } = backend;
  const tasks = parts.flatMap(part => part.tasks ?? []);
  for (const { run, duringImport, ...task } of tasks) {
    await scheduler.scheduleTask({
      ...task,
      fn: async signal => {
        await clockIsSet;
        if (!duringImport) {
          await ready;
        }
        await run(signal);
      },
    });
  }
  joinLifecycle(parts, backend);
}

function joinLifecycle(
  parts: Part[],
  backend: { lifecycle: LifecycleService; clockIsSet: Promise<void> },
): void {
  const { lifecycle, clockIsSet } = backend;
  for (const { startup, shutdown } of parts) {
    if (startup) {
      lifecycle.addStartupHook(() => {
        clockIsSet.then(startup);
      });
    }
    if (shutdown) {
      lifecycle.addShutdownHook(shutdown);
    }
  }
}
