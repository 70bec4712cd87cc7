import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Day, ReportingZone } from '../time';
import { correctFutureTimes, DatedColumn } from './futureTimes';

/**
 * People on more days than these of the future were not brought there by a clock
 * that was ahead for a while: now it is behind.
 */
const MOST_FUTURE_DAYS = 7;

/**
 * Takes back what a clock that was ahead has left in the future.
 *
 * @param handles.times - of all folders
 * @param handles.countDaysAfter - on how many days after a day anybody was active, as
 * far as it matters
 */
export function createCorrections(handles: {
  knex: Knex;
  zone: ReportingZone;
  logger: LoggerService;
  times: DatedColumn[];
  countDaysAfter(day: Day, most: number): Promise<number>;
}) {
  const { knex, zone, logger, times, countDaysAfter } = handles;
  return {
    /**
     * @param now - the time on which clocks agree, in ms UTC
     * @returns false if the clock is behind what is stored; then nothing is taken back
     */
    async correct(now: number): Promise<boolean> {
      const today = zone.dayOf(now);
      const most = MOST_FUTURE_DAYS + 1;
      if ((await countDaysAfter(today, most)) >= most) {
        logger.warn(
          'The clock is behind the stored data: activity is stored for days in the future. Set the clock; nothing was corrected',
        );
        return false;
      }
      const corrected = await correctFutureTimes(knex, times, { now, today });
      const counts = Object.entries(corrected)
        .map(([table, rows]) => `${rows} of ${table}`)
        .join(', ');
      if (counts) {
        logger.warn(
          `A clock was ahead; corrected rows dated in the future: ${counts}`,
        );
      }
      return true;
    },
  };
}
