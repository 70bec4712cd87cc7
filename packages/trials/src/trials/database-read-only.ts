import { setTimeout as delay } from 'node:timers/promises';
import { Knex } from 'knex';
import { onCluster } from '../cluster/onCluster';

const READ_ONLY_MS = 20_000;

export const databaseReadOnly = onCluster({
  does: 'Under load, PostgreSQL is read-only for 20 seconds, like a server that has become a standby.',
  async disturb({ cluster, load }) {
    const { transitions, surroundings } = cluster;
    const knex = surroundings.database.connect();
    try {
      await transitions.turn();
      await transitions.untilNoticed();
      await cluster.withoutDatabase(async () => {
        await setReadOnly(knex, 'on');
        await delay(READ_ONLY_MS);
        await setReadOnly(knex, 'off');
      });
    } finally {
      await knex.destroy();
    }
    await cluster.untilAllBeat();
    await transitions.turn();
    await transitions.untilNoticed();
    await load.reporters.acknowledge(100);
  },
});

/** For every connection, those included that are open. */
async function setReadOnly(knex: Knex, value: 'on' | 'off'): Promise<void> {
  await knex.raw(`alter system set default_transaction_read_only = ${value}`);
  await knex.raw('select pg_reload_conf()');
}
