import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';

const MINUTE_MS = 60_000;

export const clocksApart = onCluster({
  does: 'For a minute under load, the clock of one replica is ten minutes slow and that of another ten minutes fast. One of them is killed and restarted.',
  plan: { aheadOf: replica => [0, -10 * MINUTE_MS, 10 * MINUTE_MS][replica] },
  async disturb({ cluster, load }) {
    const [, slow] = cluster.replicas;
    await cluster.transitions.turn();
    await delay(MINUTE_MS / 2);
    await cluster.transitions.untilNoticed();
    await cluster.transitions.turn();
    await cluster.end(slow, 'SIGKILL');
    await cluster.begin(slow);
    await delay(MINUTE_MS / 2);
    await cluster.transitions.untilNoticed();
    await load.reporters.acknowledge(100);
  },
});
