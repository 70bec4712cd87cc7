import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const HEARTBEAT_KEY = 'adoptionMetrics.uptime.heartbeat';
const DEFAULT_PERIOD = 15_000;
const SHORTEST_PERIOD = 1_000;
const LONGEST_PERIOD = 300_000;

/** The part of the configuration below `adoptionMetrics.uptime`. */
export interface UptimeConfig {
  /** Time between two beats of a process, in ms. */
  heartbeatPeriod: number;
}

/** @throws InputError that names the key, the fault and what is accepted. */
export function readUptimeConfig(config: RootConfigService): UptimeConfig {
  if (!config.has(HEARTBEAT_KEY)) {
    return { heartbeatPeriod: DEFAULT_PERIOD };
  }
  const heartbeatPeriod = readDuration(config);
  if (heartbeatPeriod < SHORTEST_PERIOD || heartbeatPeriod > LONGEST_PERIOD) {
    throw invalid(`is ${heartbeatPeriod / 1000} s`);
  }
  return { heartbeatPeriod };
}

function readDuration(config: RootConfigService): number {
  try {
    const duration = readDurationFromConfig(config, { key: HEARTBEAT_KEY });
    return Math.round(durationToMilliseconds(duration));
  } catch {
    throw invalid(
      `is ${JSON.stringify(config.get(HEARTBEAT_KEY))}, not a duration`,
    );
  }
}

function invalid(fault: string): InputError {
  return new InputError(
    `${HEARTBEAT_KEY} ${fault}; accepted are durations from 1 second to 5 minutes, such as '15s', 'PT15S' or { seconds: 15 }`,
  );
}
