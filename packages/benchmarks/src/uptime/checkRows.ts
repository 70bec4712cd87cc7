import { Connection, TestDatabase } from '../databases/TestDatabase';
import { minutesDown, outagesOf, Watch } from './outages';

const MINUTE_MS = 60_000;

/**
 * What most monitors store: a row for each check. The key makes the rows of
 * a component lie together, and holds all that the sum asks for.
 */
export class CheckRows {
  private constructor(
    private readonly connection: Connection,
    private readonly startsAt: number,
  ) {}

  /** @throws Error if the table does not hold what the watch saw. */
  static async fill(
    database: TestDatabase,
    { watch, startsAt }: { watch: Watch; startsAt: number },
  ): Promise<CheckRows> {
    const connection = await database.connect('check-rows');
    const rows = new CheckRows(connection, startsAt);
    const isSqlite = database.name === 'SQLite';
    await connection.run(
      `create table check_rows (component integer not null, at bigint not null,
       up smallint not null, primary key (component, at))${
         isSqlite ? ' without rowid' : ''
       }`,
    );
    await rows.#insert(watch);
    if (!isSqlite) {
      await connection.run(
        'create index check_rows_sum on check_rows (component, at) include (up)',
      );
    }
    await connection.run(isSqlite ? 'analyze' : 'vacuum analyze');
    await rows.#verify(watch);
    return rows;
  }

  /** Adds up a year of every component, as those monitors do. */
  async sumUp(): Promise<number> {
    // Both drivers return what they are asked for; here, all of it at once.
    return this.connection.number(
      `select sum(up) from (select component, sum(up) as up, count(*) as n
       from check_rows where at >= ${this.startsAt} group by component) as each`,
    );
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  async #insert(watch: Watch): Promise<void> {
    const { connection, startsAt } = this;
    await connection.run('begin');
    for (let component = 0; component < watch.components; component++) {
      await connection.run(
        `insert into check_rows (component, at, up)
         with recursive minutes(i) as (
           select 0 union all select i + 1 from minutes where i < ${
             watch.minutes - 1
           })
         select ${component}, ${startsAt} + cast(i as bigint) * ${MINUTE_MS}, 1
         from minutes`,
      );
      for (const { from, to } of outagesOf(watch, component)) {
        await connection.run(
          `update check_rows set up = 0 where component = ${component}
           and at >= ${startsAt + from * MINUTE_MS}
           and at < ${startsAt + to * MINUTE_MS}`,
        );
      }
    }
    await connection.run('commit');
  }

  async #verify(watch: Watch): Promise<void> {
    const expected = watch.components * watch.minutes;
    const stored = await this.connection.number(
      'select count(*) from check_rows',
    );
    const components = Array.from({ length: watch.components }, (_, i) => i);
    const down = components
      .map(component => minutesDown(watch, component))
      .reduce((a, b) => a + b);
    const up = await this.sumUp();
    if (stored !== expected || up !== expected - down) {
      throw new Error(
        `There are ${stored} checks, ${up} of them up, instead of ${expected} and ${
          expected - down
        }`,
      );
    }
  }
}
