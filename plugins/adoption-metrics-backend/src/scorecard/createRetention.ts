import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import {
  installationInstant,
  RemovedRows,
  Retention,
  RetentionPeriods,
  RetentionRule,
  SettingsStore,
} from '../database';
import { Task } from '../parts';
import { RollupStore } from '../samples';
import { Day, ReportingZone } from '../time';

interface RetentionHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  logger: LoggerService;
  settings: SettingsStore;
  rollups: RollupStore;
  /** What each folder keeps; what others refer to comes last. */
  rules: RetentionRule[];
  periods: RetentionPeriods;
}

/** Removes what was kept long enough, and nothing that is still to be rolled up. */
export function createRetention(handles: RetentionHandles) {
  const { knex, zone, clock, logger, settings, rules, periods } = handles;
  const retention = new Retention({
    knex,
    clock,
    zone,
    settings,
    rules,
    periods,
    daysToMeasure: () => daysToMeasure(handles),
  });
  return { retention, part: { tasks: [retentionTask(retention, logger)] } };
}

function retentionTask(retention: Retention, logger: LoggerService): Task {
  return {
    id: 'retention',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 10 },
    run: async signal => logRemoved(logger, await retention.run(signal)),
  };
}

// Those that are waiting to be closed, and the first one that is not over.
async function daysToMeasure(handles: RetentionHandles): Promise<Day[]> {
  const { rollups, settings, zone } = handles;
  const known = await rollups.all();
  const waiting = known
    .filter(({ state }) => state === 'open' || state === 'late')
    .map(({ day }) => day);
  const last = known.at(-1)?.day;
  if (last !== undefined) {
    return [...waiting, last + 1];
  }
  const installed = await installationInstant(settings);
  return installed === undefined ? [] : [zone.dayOf(installed)];
}

function logRemoved(logger: LoggerService, removed: RemovedRows): void {
  const counts = Object.entries(removed)
    .filter(([, rows]) => rows > 0)
    .map(([table, rows]) => `${rows} of ${table}`);
  if (counts.length > 0) {
    logger.info(`Removed rows kept long enough: ${counts.join(', ')}`);
  }
}
