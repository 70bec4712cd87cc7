import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';
import { seededRandom } from '../testUtils';

/** Until what is killed has begun with what it is killed in, at most, in ms. */
const LONGEST_WAIT_MS = 250;

export const killOne = onCluster({
  does: 'Under load, replicas are killed with SIGKILL one after the other, each soon after a transition, and restarted.',
  async disturb({ cluster, load, options }) {
    const random = seededRandom(2);
    const rounds = options.short ? 1 : 2;
    for (let round = 0; round < rounds; round++) {
      for (const replica of cluster.replicas) {
        await cluster.transitions.turn();
        await delay(LONGEST_WAIT_MS * random());
        await cluster.end(replica, 'SIGKILL');
        await cluster.begin(replica);
        await cluster.transitions.untilNoticed();
        await load.reporters.acknowledge(50);
      }
    }
  },
});
