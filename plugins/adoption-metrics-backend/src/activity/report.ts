import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SampleStore } from '../samples';
import { Day, ReportingZone } from '../time';
import { METRIC } from './dimensions';
import { FrozenPeriodStore } from './publishing';
import { UseStore } from './UseStore';

/** What reports about activity are made from. */
export interface ReportSources {
  clock: Clock;
  zone: ReportingZone;
  samples: SampleStore;
  uses: UseStore;
  periods: FrozenPeriodStore;
  /** Fewest people of whom a row may speak. */
  minimumGroupSize: number;
}

/** The last closed day; yesterday as long as there is none. */
export async function lastDayOf(sources: ReportSources): Promise<Day> {
  const closed = await sources.samples.latestDay(METRIC);
  return closed ?? sources.zone.dayOf(sources.clock.now()) - 1;
}
