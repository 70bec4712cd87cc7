import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';

const LATENCY_MS = 15;
const STALLS = 5;
const STALL_MS = 3_000;
const BETWEEN_MS = 7_000;

export const slowDatabase = onCluster({
  does: 'The connection to PostgreSQL adds 15 ms in each direction, and stalls for three seconds, five times, under load.',
  plan: { slow: true },
  async disturb({ cluster, load }) {
    const { slowness } = cluster.surroundings;
    slowness.latency = LATENCY_MS;
    for (let stall = 0; stall < STALLS; stall++) {
      await cluster.transitions.turn();
      slowness.stall();
      await delay(STALL_MS);
      slowness.flow();
      await delay(BETWEEN_MS);
      await cluster.transitions.untilNoticed();
    }
    slowness.latency = 0;
    await load.reporters.acknowledge(100);
  },
});
