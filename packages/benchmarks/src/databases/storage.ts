import { DatabaseName } from '../figure';
import { Connection, TestDatabase } from './TestDatabase';

interface Measurement {
  tidy: string;
  bytes: string;
}

const measurements: Record<DatabaseName, Measurement> = {
  PostgreSQL: {
    tidy: 'vacuum analyze',
    bytes: `select sum(pg_total_relation_size(oid)) from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  },
  SQLite: {
    tidy: 'analyze',
    bytes: `select (page_count - freelist_count) * page_size
      from pragma_page_count(), pragma_freelist_count(), pragma_page_size()`,
  },
};

/** Bytes of all tables of a plugin with their indexes, once they are tidied. */
export async function measureStorage(
  database: TestDatabase,
  pluginId: string,
): Promise<number> {
  const connection: Connection = await database.connect(pluginId);
  const { tidy, bytes } = measurements[database.name];
  await connection.run(tidy);
  const measured = await connection.number(bytes);
  await connection.close();
  return measured;
}
