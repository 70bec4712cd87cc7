import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { CatalogScanTask, EarlyScans, OwnerNotifier } from './catalog';
import { AdoptionMetricsConfig } from './config';
import { DeveloperStore, DeveloperTask } from './people';
import { ProgrammeEvaluator } from './programme';
import { DayCloser } from './scorecard';

interface TaskOptions {
  clock: Clock;
  config: AdoptionMetricsConfig;
  logger: LoggerService;
  scheduler: SchedulerService;
  developerTask: DeveloperTask;
  developers: DeveloperStore;
  scanTask: CatalogScanTask;
  earlyScans: EarlyScans;
  ownerNotifier: OwnerNotifier;
  closer: DayCloser;
  evaluator: ProgrammeEvaluator;
  /** Resolves when the past is as complete as it will be. */
  historyPlayed: Promise<void>;
}

export const SCAN_TASK = 'catalog-scan';

/** Starts what has to be done from time to time, by one replica each. */
export async function scheduleTasks(options: TaskOptions): Promise<void> {
  const { scheduler, config } = options;
  await scheduler.scheduleTask({
    id: 'developers',
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: signal => collectDevelopers(options, signal),
  });
  await scheduler.scheduleTask({
    id: 'first-developers',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 15 },
    fn: signal => collectFirstDevelopers(options, signal),
  });
  await scheduler.scheduleTask({
    ...config.catalog.schedule,
    id: SCAN_TASK,
    fn: signal => scanCatalog(options, signal),
  });
  // Each replica hears of other things.
  await scheduler.scheduleTask({
    id: 'early-scans',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    initialDelay: { minutes: 1 },
    scope: 'local',
    fn: () => options.earlyScans.run(),
  });
  if (config.catalog.ownerNotices.enabled) {
    await scheduler.scheduleTask({
      id: 'owner-notifications',
      frequency: { minutes: 5 },
      timeout: { minutes: 30 },
      initialDelay: { minutes: 2 },
      fn: signal => notifyOwners(options, signal),
    });
  }
  await scheduler.scheduleTask({
    id: 'day-close',
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 5 },
    fn: signal => closeDays(options, signal),
  });
}

async function collectDevelopers(options: TaskOptions, signal: AbortSignal) {
  await options.historyPlayed;
  await options.developerTask.run(signal);
}

// A first reading counts once a second one agrees; nobody should wait for that
// as long as between two readings later on.
async function collectFirstDevelopers(
  options: TaskOptions,
  signal: AbortSignal,
) {
  const { developers, config, clock } = options;
  await options.historyPlayed;
  const today = config.zone.dayOf(clock.now());
  if (!(await developers.countOn(today))) {
    await options.developerTask.run(signal);
  }
}

async function scanCatalog(options: TaskOptions, signal: AbortSignal) {
  await options.historyPlayed;
  await options.scanTask.run(signal);
}

async function notifyOwners(options: TaskOptions, signal: AbortSignal) {
  await options.historyPlayed;
  await options.ownerNotifier.run(signal);
}

async function closeDays(options: TaskOptions, signal: AbortSignal) {
  await options.historyPlayed;
  const days = await options.closer.closeDays(signal);
  if (days > 0) {
    options.logger.info(`Closed ${days} ${days === 1 ? 'day' : 'days'}`);
  }
  await options.evaluator.evaluate(signal);
}
