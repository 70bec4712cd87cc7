import { Knex } from 'knex';
import { isSqlite } from '../dialect';

interface ColumnShape {
  type: string;
  isNullable: boolean;
  default: string | null;
}

interface IndexShape {
  columns: string[];
  isUnique: boolean;
  isPrimary: boolean;
}

/** A table as the engine describes it, by the names of its columns and indexes. */
export interface TableShape {
  columns: Record<string, ColumnShape>;
  indexes: Record<string, IndexShape>;
}

/** All tables but those of the engine and of knex. */
export async function listTables(knex: Knex): Promise<string[]> {
  const names: string[] = isSqlite(knex)
    ? await knex('sqlite_master').where({ type: 'table' }).pluck('name')
    : await knex('information_schema.tables')
        .whereRaw('table_schema = current_schema()')
        .pluck('table_name');
  return names.filter(name => !/^(sqlite_|knex_)/.test(name)).sort();
}

/** All tables with their columns, types, nullability, defaults and indexes. */
export async function describeSchema(
  knex: Knex,
): Promise<Record<string, TableShape>> {
  const shapes: Record<string, TableShape> = {};
  for (const table of await listTables(knex)) {
    shapes[table] = isSqlite(knex)
      ? await describeInSqlite(knex, table)
      : await describeInPostgres(knex, table);
  }
  return shapes;
}

async function describeInSqlite(
  knex: Knex,
  table: string,
): Promise<TableShape> {
  const columns = await knex.raw('select * from pragma_table_info(?)', [table]);
  const indexes = await knex.raw('select * from pragma_index_list(?)', [table]);
  const shape: TableShape = { columns: {}, indexes: {} };
  for (const { name, type, notnull, dflt_value } of columns) {
    shape.columns[name] = {
      type,
      isNullable: !notnull,
      default: dflt_value,
    };
  }
  for (const { name, unique, origin } of indexes) {
    const parts = await knex.raw('select * from pragma_index_info(?)', [name]);
    shape.indexes[name] = {
      columns: parts.map((part: { name: string }) => part.name),
      isUnique: Boolean(unique),
      isPrimary: origin === 'pk',
    };
  }
  return shape;
}

async function describeInPostgres(
  knex: Knex,
  table: string,
): Promise<TableShape> {
  const columns = await knex('information_schema.columns')
    .whereRaw('table_schema = current_schema()')
    .where({ table_name: table });
  const { rows: indexes } = await knex.raw(
    `select c.relname as name, i.indisunique, i.indisprimary,
       array(
         select a.attname::text
         from unnest(i.indkey) with ordinality as k(attnum, position)
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
         order by k.position
       ) as columns
     from pg_index i
     join pg_class c on c.oid = i.indexrelid
     where i.indrelid = ?::regclass`,
    [table],
  );
  const shape: TableShape = { columns: {}, indexes: {} };
  for (const column of columns) {
    const length = column.character_maximum_length;
    shape.columns[column.column_name] = {
      type: length ? `${column.data_type}(${length})` : column.data_type,
      isNullable: column.is_nullable === 'YES',
      default: column.column_default,
    };
  }
  for (const { name, columns: names, indisunique, indisprimary } of indexes) {
    shape.indexes[name] = {
      columns: names,
      isUnique: indisunique,
      isPrimary: indisprimary,
    };
  }
  return shape;
}
