import { LoggerService } from '@backstage/backend-plugin-api';
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
import { AgreedClock, Day, ReportingZone } from '../time';

interface RetentionHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: AgreedClock;
  logger: LoggerService;
  settings: SettingsStore;
  rollups: RollupStore;
  /** Rules of all folders; tables that others refer to come last. */
  rules: RetentionRule[];
  periods: RetentionPeriods;
}

/** Removes expired data, except for what is needed for pending rollups. */
export function createRetention(handles: RetentionHandles) {
  const { knex, zone, logger, settings, rules, periods } = handles;
  const retention = new Retention({
    knex,
    zone,
    settings,
    rules,
    periods,
    closedDay: () => closedDay(handles),
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

async function closedDay({
  rollups,
  clock,
  zone,
}: RetentionHandles): Promise<Day | undefined> {
  const { passed } = await clock.compare();
  const today = zone.dayOf(passed);
  const closed = (await rollups.all()).filter(
    ({ day, state }) =>
      day < today && (state === 'provisional' || state === 'final'),
  );
  return closed.at(-1)?.day;
}

// Days that are waiting to be closed, and the current day.
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
    logger.info(`Removed expired rows: ${counts.join(', ')}`);
  }
}
