import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';

const AWAY_MS = 20_000;

export const databaseRestart = onCluster({
  does: 'Under load, PostgreSQL is restarted, then killed and restarted, then killed and kept down for 20 seconds.',
  async disturb({ cluster, load }) {
    const { transitions, surroundings } = cluster;
    const { database } = surroundings;
    for (const restart of [() => database.restart(), () => database.kill()]) {
      await transitions.turn();
      await cluster.withoutDatabase(restart);
      await transitions.untilNoticed();
      await load.reporters.acknowledge(100);
    }
    await transitions.turn();
    await cluster.withoutDatabase(async () => {
      await database.takeAway();
      await delay(AWAY_MS);
      await database.bringBack();
    });
    await cluster.untilAllBeat();
    await transitions.untilNoticed();
    await load.reporters.acknowledge(100);
  },
});
