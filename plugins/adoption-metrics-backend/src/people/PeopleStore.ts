import { Knex } from 'knex';
import { chunked } from '../database';
import {
  addIdentities,
  IdentityRow,
  lockOrAddIdentities,
  lockPeople,
  PEOPLE,
  personOf,
  SecretCheck,
} from './identities';

/**
 * Keeps one row for every identity seen or expected. An identity that was
 * merged into another one has the id of that person from then on.
 */
export class PeopleStore {
  constructor(
    private readonly knex: Knex,
    /** Asked before somebody is added. */
    private readonly assertCurrent?: SecretCheck,
  ) {}

  /** The ids of these pseudonyms, adding those that are new. */
  async ensureIds(
    pseudonyms: string[],
    tx: Knex = this.knex,
  ): Promise<Map<string, number>> {
    const distinct = [...new Set(pseudonyms)];
    const known = await this.findIds(distinct, tx);
    const missing = distinct.filter(pseudonym => !known.has(pseudonym));
    if (missing.length === 0) {
      return known;
    }
    await tx.transaction(async inner => {
      await this.assertCurrent?.(inner);
      await addIdentities(inner, missing);
    });
    return new Map([...known, ...(await this.findIds(missing, tx))]);
  }

  /** The ids of those pseudonyms that are known. */
  async findIds(
    pseudonyms: string[],
    tx: Knex = this.knex,
  ): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const chunk of chunked(pseudonyms)) {
      const rows = await tx<IdentityRow>(PEOPLE)
        .whereIn('pseudonym', chunk)
        .select('id', 'pseudonym', 'merged_into');
      for (const row of rows) {
        ids.set(row.pseudonym, personOf(row));
      }
    }
    return ids;
  }

  /**
   * Like `ensureIds`, without those who opted out. Until the transaction ends
   * nobody among them can opt out, be forgotten or be merged: whoever hears
   * that one of these is done can rely on nothing being stored afterwards.
   */
  async admit(pseudonyms: string[], tx: Knex): Promise<Map<string, number>> {
    const identities = await lockOrAddIdentities(
      tx,
      [...new Set(pseudonyms)],
      this.assertCurrent,
    );
    const people = await lockPeople(tx, identities);
    const admitted = identities.filter(
      identity => !people.get(personOf(identity))?.opted_out,
    );
    return new Map(admitted.map(row => [row.pseudonym, personOf(row)]));
  }

  /** The pseudonyms of those who opted out. */
  async findOptedOut(): Promise<Set<string>> {
    const optedOut = this.knex(PEOPLE).where({ opted_out: true }).select('id');
    const rows = await this.knex<IdentityRow>(PEOPLE)
      .whereIn('id', optedOut)
      .orWhereIn('merged_into', optedOut)
      .select('pseudonym');
    return new Set(rows.map(({ pseudonym }) => pseudonym));
  }

  /**
   * Notes in `people.excluded` whom the configuration leaves out (by filter, by
   * name or by team), of those who have a row, and that it leaves out nobody
   * else. Under a configured head count such people are not to be counted as
   * active either; nor are those who opted out, which is kept apart from this.
   */
  async replaceExcluded(pseudonyms: string[]): Promise<void> {
    const before = await this.knex<IdentityRow>(PEOPLE)
      .where({ excluded: true })
      .pluck('id');
    const now = new Set((await this.findIds(pseudonyms)).values());
    const over = before.filter(id => !now.has(id));
    const known = new Set(before);
    const added = [...now].filter(id => !known.has(id));
    await this.#setExcluded(over, false);
    await this.#setExcluded(added, true);
  }

  async #setExcluded(ids: number[], excluded: boolean): Promise<void> {
    for (const chunk of chunked(ids)) {
      await this.knex<IdentityRow>(PEOPLE)
        .whereIn('id', chunk)
        .update({ excluded });
    }
  }
}
