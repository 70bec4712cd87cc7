import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Day, ReportingZone } from '../time';
import { correctFutureTimes, DatedColumn } from './futureTimes';

/**
 * If people were active on more than this many future days, those days are real
 * and the clock is behind.
 */
const MOST_FUTURE_DAYS = 7;

/**
 * Corrects times in the future, which are left behind by a clock that was
 * ahead.
 *
 * @param handles.times - of all folders
 * @param handles.countDaysAfter - counts days with activity after a day, up to
 * `most`
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
     * @param now - the agreed time, in ms UTC
     * @returns false if the clock is behind the stored data; nothing is
     * corrected then
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
