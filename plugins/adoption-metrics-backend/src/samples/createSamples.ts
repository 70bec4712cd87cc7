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

/** Stores samples of metrics, and which days are closed. */
export function createSamples(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  settings: SettingsStore;
}) {
  const { knex, zone, clock, settings } = handles;
  const rollups = new RollupStore(knex);
  return {
    /** Changes whenever data about closed days may have changed. */
    closedDaysState: async () =>
      `${zone.dayOf(clock.now())} ${await rollups.state()}`,
    samples: new SampleStore(knex),
    rollups,
    lateDays: new LateDays({ rollups, settings, clock, zone }),
    /** The imported history, if there is one. */
    history: new SampleHistoryStore(settings, zone),
    /** Days that were imported from another tool. */
    imported: new ImportedDays(knex, settings),
    part: { retention: sampleRetention, times: sampleTimes },
    /** Responses about open days. */
    hourly: new HourlyStore(settings, zone),
  };
}
