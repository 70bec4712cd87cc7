import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { SettingsStore } from '../database';
import { ReportingZone } from '../time';
import { HourlyStore } from './HourlyStore';
import { SampleStore } from './SampleStore';
import { RollupStore } from './RollupStore';
import { LateDays } from './LateDays';
import { ImportedDays } from './ImportedDays';
import { sampleRetention } from './retention';
import { SampleHistoryStore } from './SampleHistoryStore';
import { sampleTimes } from './times';

/** Keeps the metrics of closed days, and which days are closed. */
export function createSamples(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  settings: SettingsStore;
}) {
  const { knex, zone, clock, settings } = handles;
  const rollups = new RollupStore(knex);
  return {
    /** The state of all that is said of closed days. */
    closedDaysState: async () =>
      `${zone.dayOf(clock.now())} ${await rollups.state()}`,
    samples: new SampleStore(knex),
    rollups,
    lateDays: new LateDays({ rollups, settings, clock, zone }),
    /** Which part of the past was imported. */
    history: new SampleHistoryStore(settings, zone),
    /** Which days another tool has counted. */
    imported: new ImportedDays(knex, settings),
    part: { retention: sampleRetention, times: sampleTimes },
    /** What is told of days that are not over. */
    hourly: new HourlyStore(settings, zone),
  };
}
