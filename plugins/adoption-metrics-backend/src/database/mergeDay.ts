import { Knex } from 'knex';
import { Day } from '../time';
import { isSqlite } from './dialect';
import { MergingRows } from './RetentionRule';
import { retryTransient } from './retry';
import { Row, RowSums } from './RowSums';
import { addRows } from './upsert';

/** Days before `before` that have still something to merge, oldest first. */
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
 * Adds up the rows of a day that differ in one column only; counts those that
 * are gone. The transaction sees one state of the table throughout, so that
 * exactly what is deleted is added up; should somebody change these rows at the
 * same time, the engine has one of the two begin again.
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

// SQLite knows no weaker one.
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
