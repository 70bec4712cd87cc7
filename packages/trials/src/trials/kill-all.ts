import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';

export const killAll = onCluster({
  does: 'All replicas are killed with SIGKILL at once, soon after a transition, stay away for three heartbeats and are started again; then all are stopped and started in good order.',
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
