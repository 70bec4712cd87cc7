import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../database';
import { GaugeGroup, Observation } from './Gauge';
import { observeGauges, ObservedValue } from './instruments';
import { SnapshotReader } from './SnapshotReader';

/** Registers the gauges of all folders with OpenTelemetry. */
export function createGauges(handles: {
  settings: SettingsStore;
  clock: Clock;
  logger: LoggerService;
  groups: GaugeGroup[];
}) {
  const { clock, groups } = handles;
  const reader = new SnapshotReader(handles);
  const gauges = groups.flatMap(group => group.gauges);
  const known = new Set(gauges.map(({ name }) => name));
  const end = observeGauges(gauges, async () => {
    const observations = await reader.read();
    const now = clock.now();
    return observations
      .filter(({ gauge }) => known.has(gauge))
      .map(observation => valueAt(now, observation));
  });
  return { part: { shutdown: async () => end() } };
}

function valueAt(
  now: number,
  { value, ...observation }: Observation,
): ObservedValue {
  return typeof value === 'number'
    ? { ...observation, value }
    : { ...observation, value: Math.max(0, now - value.since) / 1_000 };
}
