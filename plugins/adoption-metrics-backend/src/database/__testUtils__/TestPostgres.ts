import { randomBytes } from 'node:crypto';
import createKnex, { Knex } from 'knex';

/** Backstage's own pool for tests. */
const pool: Knex.PoolConfig = {
  min: 0,
  max: 5,
  acquireTimeoutMillis: 30_000,
  createTimeoutMillis: 30_000,
  destroyTimeoutMillis: 5_000,
  idleTimeoutMillis: 5_000,
  reapIntervalMillis: 1_000,
};

/** Copies of one database of a server. */
export class TestPostgres {
  readonly #created: Knex[] = [];
  readonly #names: string[] = [];
  #opened: Knex | undefined;
  #template: Promise<string> | undefined;

  /**
   * @param connectionString - of somebody who may create databases
   * @param migrate - makes the tables of the one that is copied
   */
  constructor(
    private readonly connectionString: string,
    private readonly migrate: (knex: Knex) => Promise<void>,
  ) {}

  async create(): Promise<Knex> {
    this.#template ??= this.#makeTemplate();
    const template = await this.#template;
    const name = await this.#add('create database ?? template ??', template);
    const knex = this.#connect(name);
    this.#created.push(knex);
    return knex;
  }

  async removeAll(): Promise<void> {
    await Promise.all(this.#created.splice(0).map(knex => knex.destroy()));
    for (const name of this.#names.splice(0)) {
      await this.#admin.raw('drop database if exists ?? with (force)', [name]);
    }
    await this.#opened?.destroy();
    this.#opened = undefined;
  }

  /** Nobody may be connected to it while it is copied. */
  async #makeTemplate(): Promise<string> {
    const name = await this.#add('create database ??');
    const knex = this.#connect(name);
    await this.migrate(knex);
    await knex.destroy();
    return name;
  }

  async #add(statement: string, ...others: string[]): Promise<string> {
    const name = `adoption_metrics_test_${randomBytes(8).toString('hex')}`;
    await this.#admin.raw(statement, [name, ...others]);
    this.#names.push(name);
    return name;
  }

  get #admin(): Knex {
    this.#opened ??= this.#connect('postgres');
    return this.#opened;
  }

  #connect(database: string): Knex {
    const address = new URL(this.connectionString);
    address.pathname = `/${database}`;
    return createKnex({ client: 'pg', connection: address.href, pool });
  }
}
