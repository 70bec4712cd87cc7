import { Knex } from 'knex';

/** Keeps one row for everybody seen or expected. */
export interface PeopleStore {
  /** The ids of these pseudonyms, adding those that are new. */
  ensureIds(pseudonyms: string[], tx?: Knex): Promise<Map<string, number>>;

  /** The ids of those pseudonyms that are known. */
  findIds(pseudonyms: string[], tx?: Knex): Promise<Map<string, number>>;
}
