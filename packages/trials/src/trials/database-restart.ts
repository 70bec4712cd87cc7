import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';

const AWAY_MS = 20_000;

export const databaseRestart = onCluster({
  does: 'PostgreSQL is restarted in good order under load, killed and started again, and killed and away for 20 seconds.',
  async disturb({ cluster, load }) {
    const { transitions, surroundings, outside } = cluster;
    const { database } = surroundings;
    for (const restart of [() => database.restart(), () => database.kill()]) {
      await transitions.turn();
      await restart();
      await transitions.untilNoticed();
      await load.reporters.acknowledge(100);
    }
    await transitions.turn();
    const from = cluster.now();
    await database.takeAway();
    await delay(AWAY_MS);
    await database.bringBack();
    outside.seen.push({ from, to: cluster.now(), cause: 'database' });
    await cluster.untilAllBeat();
    await transitions.untilNoticed();
    await load.reporters.acknowledge(100);
  },
});
