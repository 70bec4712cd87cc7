import { LoggerService } from '@backstage/backend-plugin-api';
import { CollectionOptions } from './collection';
import { RemovedRows, Retention } from './database';
import { retentionRules } from './retentionRules';
import { Services } from './services';
import { Day } from './time';
import { installationInstant } from './uptime';

/** Removes every hour what was kept long enough, once the past is complete. */
export async function scheduleRetention(
  { scheduler, logger }: Services,
  collection: CollectionOptions,
  historyPlayed: Promise<void>,
): Promise<void> {
  const retention = createRetention(collection);
  await scheduler.scheduleTask({
    id: 'retention',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 10 },
    fn: async signal => {
      await historyPlayed;
      logRemoved(logger, await retention.run(signal));
    },
  });
}

export function createRetention(collection: CollectionOptions): Retention {
  const { knex, clock, config, stores } = collection;
  return new Retention({
    knex,
    clock,
    zone: config.zone,
    settings: stores.settings,
    rules: retentionRules,
    periods: config.retention,
    daysToMeasure: () => daysToMeasure(collection),
  });
}

// Those that are waiting to be closed, and the first one that is not over.
async function daysToMeasure({
  config,
  stores,
}: CollectionOptions): Promise<Day[]> {
  const closes = await stores.closes.all();
  const waiting = closes
    .filter(({ state }) => state === 'open' || state === 'dirty')
    .map(({ day }) => day);
  const last = closes.at(-1)?.day;
  if (last !== undefined) {
    return [...waiting, last + 1];
  }
  const installed = await installationInstant(stores.settings);
  return installed === undefined ? [] : [config.zone.dayOf(installed)];
}

function logRemoved(logger: LoggerService, removed: RemovedRows): void {
  const counts = Object.entries(removed)
    .filter(([, rows]) => rows > 0)
    .map(([table, rows]) => `${rows} of ${table}`);
  if (counts.length > 0) {
    logger.info(`Removed rows kept long enough: ${counts.join(', ')}`);
  }
}
