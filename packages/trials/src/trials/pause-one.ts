import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';

const PAUSE_MS = 60_000;

export const pauseOne = onCluster({
  does: 'Under load, one replica is paused for a minute (SIGSTOP, SIGCONT), soon after a transition.',
  async disturb({ cluster, load }) {
    const [replica] = cluster.replicas;
    await cluster.transitions.turn();
    replica.signal('SIGSTOP');
    await delay(PAUSE_MS / 2);
    await cluster.transitions.untilNoticed();
    await cluster.transitions.turn();
    await delay(PAUSE_MS / 2);
    replica.signal('SIGCONT');
    await cluster.untilAllBeat();
    await load.reporters.acknowledge(100);
  },
});
