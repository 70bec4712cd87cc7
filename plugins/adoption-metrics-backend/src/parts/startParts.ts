import {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  framesOf,
  SettingsStore,
  startPersistently,
  withLease,
} from '../database';
import { reasonOf } from '../failures';
import { Part } from './Part';
import { Task } from './Task';

/**
 * Schedules the tasks of all parts, and registers their startup and shutdown
 * hooks.
 *
 * @param backend.ready - resolves when history is imported; most tasks wait for
 * it
 * @param backend.clockIsSet - resolves when the clock is set; everything waits
 * for it
 */
export async function startParts(
  parts: Part[],
  backend: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    settings: SettingsStore;
    ready: Promise<void>;
    clockIsSet: Promise<void>;
  },
): Promise<void> {
  const { scheduler, settings, ready, clockIsSet } = backend;
  const tasks = parts.flatMap(part => part.tasks ?? []);
  const schedule = ({ run, duringImport, ...task }: Task) => {
    const fn = async (signal: AbortSignal) => {
      await clockIsSet;
      if (!duringImport) {
        await ready;
      }
      await concealed(() => run(signal), signal);
    };
    return startPersistently(() => scheduler.scheduleTask({ ...task, fn }), {});
  };
  // The first scheduled task creates the scheduler's tables in our database. If
  // several replicas do so at once, all but one fail, and Backstage does not
  // retry.
  const [first, ...others] = tasks;
  await withLease(settings, 'scheduler', async () => first && schedule(first));
  for (const task of others) {
    await schedule(task);
  }
  joinLifecycle(parts, backend);
}

// Backstage logs errors of tasks, and messages of libraries may contain
// sensitive values.
async function concealed(
  run: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    signal.throwIfAborted();
    const failure = new Error(reasonOf(error));
    failure.stack = `${failure.message}${framesOf(error)}`;
    throw failure;
  }
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
