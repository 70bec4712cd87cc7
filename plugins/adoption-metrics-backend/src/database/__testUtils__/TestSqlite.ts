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
    return this.#open(await this.#template);
  }

  async removeAll(): Promise<void> {
    await Promise.all(this.#created.splice(0).map(knex => knex.destroy()));
  }

  async #makeTemplate(): Promise<Buffer> {
    const knex = this.#open(':memory:');
    await this.migrate(knex);
    const connection: Database.Database = await knex.client.acquireConnection();
    try {
      return connection.serialize();
    } finally {
      await knex.client.releaseConnection(connection);
    }
  }

  /** The driver takes what was serialized for the name of a file. */
  #open(filename: string | Buffer): Knex {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: { filename: filename as string },
      useNullAsDefault: true,
    });
    this.#created.push(knex);
    return knex;
  }
}
