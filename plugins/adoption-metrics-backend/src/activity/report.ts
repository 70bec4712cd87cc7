import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Sample, SampleStore } from '../samples';
import { Day, ReportingZone } from '../time';
import { METRIC } from './dimensions';
import { FrozenPeriodStore } from './publishing';
import { UseStore } from './UseStore';

/** What reports about activity need. */
export interface ReportSources {
  clock: Clock;
  zone: ReportingZone;
  samples: SampleStore;
  uses: UseStore;
  periods: FrozenPeriodStore;
  /** Rows have at least this many people. */
  minimumGroupSize: number;
}

/** The last closed day; yesterday if there is none. */
export async function lastDayOf(sources: ReportSources): Promise<Day> {
  const closed = await sources.samples.latestDay(METRIC);
  return closed ?? sources.zone.dayOf(sources.clock.now()) - 1;
}

/** Sums of samples by member. */
export function sumByMember(samples: Sample[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { member, numerator = 0 } of samples) {
    sums.set(member, (sums.get(member) ?? 0) + numerator);
  }
  return sums;
}
