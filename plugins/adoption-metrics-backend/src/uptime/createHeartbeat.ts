import { randomUUID } from 'node:crypto';
import {
  LoggerService,
  RootHealthService,
} from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { HeartbeatLoop } from './HeartbeatLoop';
import { HeartbeatRecorder } from './HeartbeatRecorder';
import { HeartbeatStore } from './HeartbeatStore';

/** Creates the heartbeat of this process. */
export function createHeartbeat(handles: {
  store: HeartbeatStore;
  health: RootHealthService;
  clock: Clock;
  logger: LoggerService;
  /** Time between two heartbeats, in ms. */
  period: number;
}): HeartbeatLoop {
  const { store, health, clock, logger, period } = handles;
  const instanceId = randomUUID();
  const recorder = new HeartbeatRecorder({ store, instanceId, period });
  return new HeartbeatLoop({ recorder, store, health, clock, logger, period });
}
