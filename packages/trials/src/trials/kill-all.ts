import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';

export const killAll = onCluster({
  does: 'All replicas are killed with SIGKILL at once, soon after a transition, and restarted after three heartbeats. Then all are stopped cleanly and restarted.',
  async disturb({ cluster, load }) {
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      await cluster.transitions.turn();
      await cluster.away(signal, () => delay(3 * cluster.plan.beatMs));
      await cluster.untilAllBeat();
      await cluster.transitions.untilNoticed();
      await load.reporters.acknowledge(100);
    }
  },
});
