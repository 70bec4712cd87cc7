import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReportingZone } from '../time';
import { correctFutureTimes, DatedColumn } from './futureTimes';

/**
 * Takes back what a clock that was ahead has left in the future.
 *
 * @param handles.times - of all folders
 */
export function createCorrections(handles: {
  knex: Knex;
  zone: ReportingZone;
  logger: LoggerService;
  times: DatedColumn[];
}) {
  const { knex, zone, logger, times } = handles;
  return {
    /** @param now - the time on which clocks agree, in ms UTC */
    async correct(now: number): Promise<void> {
      const present = { now, today: zone.dayOf(now) };
      const corrected = await correctFutureTimes(knex, times, present);
      const counts = Object.entries(corrected)
        .map(([table, rows]) => `${rows} of ${table}`)
        .join(', ');
      if (counts) {
        logger.warn(
          `A clock was ahead; rows that were dated in the future are corrected: ${counts}`,
        );
      }
    },
  };
}
