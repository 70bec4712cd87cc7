import { DatabaseName } from '../figure';
import { Connection, TestDatabase } from './TestDatabase';

/** Secondary indexes of a table: their names, and the statements that make them. */
const queries: Record<
  DatabaseName,
  (table: string) => { names: string; statements: string }
> = {
  PostgreSQL: table => {
    const from = `from pg_index where indrelid = '${table}'::regclass and not indisprimary order by indexrelid`;
    return {
      names: `select indexrelid::regclass::text ${from}`,
      statements: `select replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') ${from}`,
    };
  },
  SQLite: table => {
    const from = `from sqlite_master where type = 'index' and sql is not null and tbl_name = '${table}' order by name`;
    return {
      names: `select name ${from}`,
      statements: `select sql ${from}`,
    };
  },
};

/** Takes the secondary indexes off a table while it is filled in bulk. */
export async function withoutIndexes(
  { connection, database }: { connection: Connection; database: TestDatabase },
  table: string,
  fill: () => Promise<void>,
): Promise<void> {
  const { names, statements } = queries[database.name](table);
  const indexes = await connection.texts(names);
  const creations = await connection.texts(statements);
  for (const index of indexes) {
    await connection.run(`drop index ${index}`);
  }
  await fill();
  for (const creation of creations) {
    await connection.run(creation);
  }
}
