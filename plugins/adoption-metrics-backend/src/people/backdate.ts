import { Knex } from 'knex';
import { retryTransient, toOptionalNumber } from '../database';
import { Day } from '../time';
import { peopleSpanTables, SpanRow } from './spans';

const COUNTS = 'developer_counts';

/**
 * Extends the first reading of developers and teams into the past, for imported
 * activity, because nothing else is known about that time. People who joined
 * later are not affected.
 *
 * @returns false if the catalog has not been read yet
 */
export async function backdateFirstReading(
  knex: Knex,
  day: Day,
): Promise<boolean> {
  return retryTransient(() =>
    knex.transaction(async tx => {
      const row = await tx(COUNTS).min({ first: 'day' }).first();
      const first = toOptionalNumber(row?.first);
      if (first === undefined || first <= day) {
        return first !== undefined;
      }
      for (const { table } of peopleSpanTables) {
        await tx<SpanRow>(table)
          .where({ from_day: first })
          .update({ from_day: day });
      }
      await tx(COUNTS).where({ day: first }).update({ day });
      return true;
    }),
  );
}
