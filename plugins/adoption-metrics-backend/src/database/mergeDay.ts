import { Knex } from 'knex';
import { Day } from '../time';
import { isSqlite } from './dialect';
import { MergingRows } from './RetentionRule';
import { retryTransient } from './retry';
import { Row, RowSums } from './RowSums';
import { addRows } from './upsert';

/** Days before `before` that still have rows to merge, oldest first. */
export async function daysToMerge(
  knex: Knex,
  { table, column, value }: MergingRows,
  before: Day,
): Promise<Day[]> {
  return knex(table)
    .distinct('day')
    .where('day', '<', before)
    .whereNot(column, value)
    .orderBy('day')
    .pluck('day');
}

/**
 * Sums up the rows of a day that differ in one column, and counts the removed
 * rows. The transaction reads a snapshot, so it deletes exactly the rows that
 * it added up. If somebody else changes them, one of the two transactions is
 * retried.
 */
export async function mergeDay(
  knex: Knex,
  rows: MergingRows,
  day: Day,
): Promise<number> {
  const { table, column, value } = rows;
  return retryTransient(() =>
    knex.transaction(async tx => {
      const apart = () => tx(table).where({ day }).whereNot(column, value);
      const merged = addUp(await apart(), rows);
      const gone = await apart().delete();
      await addRows(tx, rows, merged);
      return gone;
    }, isolationOf(knex)),
  );
}

// SQLite has no weaker isolation level.
function isolationOf(knex: Knex): Knex.TransactionConfig {
  return isSqlite(knex) ? {} : { isolationLevel: 'repeatable read' };
}

function addUp(apart: Row[], { key, column, value, add }: MergingRows): Row[] {
  const merged = new RowSums<Row>();
  for (const row of apart) {
    const common = { ...pick(row, key), [column]: value };
    const sums = merged.at(JSON.stringify(common), () => ({
      ...common,
      ...Object.fromEntries(add.map(name => [name, 0])),
    }));
    for (const name of add) {
      sums[name] = Number(sums[name]) + Number(row[name]);
    }
  }
  return merged.rows();
}

function pick(row: Row, columns: string[]): Row {
  return Object.fromEntries(columns.map(column => [column, row[column]]));
}
