import Database from 'better-sqlite3';
import createKnex, { Knex } from 'knex';

/** Copies of one database in memory. */
export class TestSqlite {
  readonly #created: Knex[] = [];
  #template: Promise<Buffer> | undefined;

  /** @param migrate - makes the tables of the one that is copied */
  constructor(private readonly migrate: (knex: Knex) => Promise<void>) {}

  async create(): Promise<Knex> {
    this.#template ??= this.#makeTemplate();
    const template = await this.#template;
    const knex = this.#open();
    // It stays one in memory, of which there can be no second connection.
    knex.client.acquireRawConnection = async () => new Database(template);
    return knex;
  }

  async removeAll(): Promise<void> {
    await Promise.all(this.#created.splice(0).map(knex => knex.destroy()));
  }

  async #makeTemplate(): Promise<Buffer> {
    const knex = this.#open();
    await this.migrate(knex);
    const connection: Database.Database = await knex.client.acquireConnection();
    try {
      return connection.serialize();
    } finally {
      await knex.client.releaseConnection(connection);
    }
  }

  #open(): Knex {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    this.#created.push(knex);
    return knex;
  }
}
