import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import createKnex, { Knex } from 'knex';
import { KillablePostgres } from './KillablePostgres';

const PLUGIN_ID = 'adoption-metrics';

/** A database of its own for a backend process. */
export class DatabaseUnderTest {
  private constructor(
    /** The `backend.database` of the configuration. */
    readonly config: JsonObject,
    private readonly open: Knex.Config,
    private readonly postgres?: KillablePostgres,
  ) {}

  static async start(
    engine: string,
    directory: string,
  ): Promise<DatabaseUnderTest> {
    return engine.startsWith('SQLITE')
      ? onSqlite(directory)
      : onPostgres(await KillablePostgres.start());

    function onSqlite(folder: string) {
      const client = 'better-sqlite3';
      const filename = join(folder, `${PLUGIN_ID}.sqlite`);
      return new DatabaseUnderTest(
        { client, connection: { directory: folder } },
        { client, connection: { filename }, useNullAsDefault: true },
      );
    }

    function onPostgres(postgres: KillablePostgres) {
      const {
        hostname: host,
        port,
        username,
      } = new URL(postgres.connectionString);
      const connection = { host, port: Number(port), user: username };
      const database = `backstage_plugin_${PLUGIN_ID}`;
      return new DatabaseUnderTest(
        { client: 'pg', connection },
        { client: 'pg', connection: { ...connection, database } },
        postgres,
      );
    }
  }

  /** Where the server listens. */
  get port(): number {
    return (this.open.connection as Knex.PgConnectionConfig).port!;
  }

  /** What the plugin has stored, through a connection of the test's own. */
  connect(): Knex {
    return createKnex(this.open);
  }

  /** Kills the server and starts it again on its data. */
  async kill(): Promise<void> {
    await this.postgres!.killAndRestart();
  }

  /** Stops the server in good order and starts it again. */
  async restart(): Promise<void> {
    await this.postgres!.restart();
  }

  /** Kills the server, until it is brought back. */
  async takeAway(): Promise<void> {
    await this.postgres!.takeAway();
  }

  async bringBack(): Promise<void> {
    await this.postgres!.bringBack();
  }

  async stop(): Promise<void> {
    await this.postgres?.stop();
  }
}
