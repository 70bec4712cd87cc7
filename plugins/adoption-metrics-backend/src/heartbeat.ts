import { randomUUID } from 'node:crypto';
import { CollectionOptions } from './collection';
import { Services } from './services';
import { HeartbeatLoop, HeartbeatRecorder } from './uptime';

/** Vouches for this process from its start to its end. */
export function startHeartbeat(
  { clock, health, logger, lifecycle }: Services,
  { stores, config }: CollectionOptions,
): void {
  const store = stores.heartbeats;
  const period = config.uptime.heartbeatPeriod;
  const instanceId = randomUUID();
  const recorder = new HeartbeatRecorder({ store, instanceId, period });
  const loop = new HeartbeatLoop({
    recorder,
    store,
    health,
    clock,
    logger,
    period,
  });
  lifecycle.addStartupHook(() => loop.start());
  lifecycle.addShutdownHook(() => loop.stop());
}
