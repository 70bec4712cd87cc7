import { Knex } from 'knex';
import { RollupStore } from '../../samples';
import { Day, Interval, ReportingZone } from '../../time';
import { ActivityStore } from '../ActivityStore';
import { DayStore } from '../silence/DayStore';
import { SilenceService } from '../silence/SilenceService';

/** Judges days on a database; the backend runs and there are no holidays. */
export function createSilenceService(
  knex: Knex,
  {
    beats = [],
    holidays = [],
    zone = ReportingZone.create('UTC'),
  }: { beats?: Interval[]; holidays?: Interval[]; zone?: ReportingZone } = {},
): SilenceService {
  return new SilenceService({
    knex,
    zone,
    clock: { now: () => Date.UTC(2030, 0, 1) },
    days: new DayStore(knex),
    activity: new ActivityStore(knex),
    rollups: new RollupStore(knex),
    sources: { beats: async () => beats, holidays: async () => holidays },
  });
}

/** All days of an interval. */
export function daysIn({ from, to }: Interval): Day[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
