import { Knex } from 'knex';
import { retryTransient, toOptionalNumber } from '../database';
import { Day } from '../time';
import { peopleSpanTables, SpanRow } from './spans';

const COUNTS = 'developer_counts';

/**
 * Lets whom the first reading of the catalog found count as developers, and as
 * members of their teams, from an earlier day on: of a past that is imported,
 * nothing else is known. Who joined later stays out of it.
 *
 * @returns false while there is no reading yet
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
