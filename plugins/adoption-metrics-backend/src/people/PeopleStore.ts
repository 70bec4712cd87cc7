import { Knex } from 'knex';

/**
 * Keeps one row for every identity seen or expected. An identity that was
 * merged into another one has the id of that person from then on.
 */
export interface PeopleStore {
  /** The ids of these pseudonyms, adding those that are new. */
  ensureIds(pseudonyms: string[], tx?: Knex): Promise<Map<string, number>>;

  /** The ids of those pseudonyms that are known. */
  findIds(pseudonyms: string[], tx?: Knex): Promise<Map<string, number>>;

  /**
   * Like `ensureIds`, without those who opted out. Until the transaction ends
   * nobody among them can opt out, be forgotten or be merged: whoever hears
   * that one of these is done can rely on nothing being stored afterwards.
   */
  admit(pseudonyms: string[], tx: Knex): Promise<Map<string, number>>;

  /** The pseudonyms of those who opted out. */
  findOptedOut(): Promise<Set<string>>;

  /**
   * Notes in `people.excluded` whom the configuration leaves out (by filter, by
   * name or by team), of those who have a row, and that it leaves out nobody
   * else. Under a configured head count such people are not to be counted as
   * active either; nor are those who opted out, which is kept apart from this.
   */
  replaceExcluded(pseudonyms: string[]): Promise<void>;
}
