import os from 'node:os';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AgreedClock, ClockWitnesses, SECOND_MS } from '../../time';
import { isSqlite, returnedRows } from '../dialect';
import { SettingsStore } from '../SettingsStore';
import { checkClocks } from './checkClocks';
import { ClockWatch } from './ClockWatch';
import { ClockStore } from './ClockStore';

/**
 * Compares the clock of the process with that of the database, now and for as
 * long as the plugin runs.
 *
 * @param handles.own - clock of the process; trusted unless it asks to be
 * compared
 */
export async function createClock(handles: {
  own: Clock;
  knex: Knex;
  settings: SettingsStore;
  logger: LoggerService;
}) {
  const { own, knex, settings, logger } = handles;
  const store = new ClockStore(settings, os.hostname());
  if (!own.isCompared) {
    return { clock: new AgreedClock(own), part: {} };
  }
  const clock = new AgreedClock(own, await witnessesOf(knex, store));
  const isAlone = isSqlite(knex);
  const watch = new ClockWatch({ clock, store, logger, isAlone });
  await watch.look();
  if (!clock.isSet) {
    // Nothing else starts before the clock is set.
    watch.start();
  }
  return {
    clock,
    part: {
      diagnostics: [() => checkClocks({ store, clock, isAlone })],
      startup: () => watch.start(),
      shutdown: async () => watch.stop(),
    },
  };
}

async function witnessesOf(
  knex: Knex,
  store: ClockStore,
): Promise<ClockWitnesses> {
  // Keeps counting while the machine sleeps, and cannot be set, unlike the
  // system clock.
  const steady = () => os.uptime() * SECOND_MS;
  return isSqlite(knex)
    ? { steady, stored: await store.lastStored() }
    : { steady, database: () => askDatabase(knex) };
}

async function askDatabase(knex: Knex): Promise<number> {
  const answer = await knex.raw(
    'select extract(epoch from clock_timestamp()) * 1000 as now',
  );
  const [{ now }] = returnedRows<{ now: string | number }>(answer);
  return Number(now);
}
