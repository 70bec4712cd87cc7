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
 * Stores one row per identity. An identity that was merged into another one
 * resolves to the id of that person.
 */
export class PeopleStore {
  constructor(
    private readonly knex: Knex,
    /** Checked before somebody is added. */
    private readonly assertCurrent?: SecretCheck,
  ) {}

  /** Ids of pseudonyms. New ones are added. */
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

  /** Ids of known pseudonyms. */
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
   * Like `ensureIds`, but without people who opted out. Nobody can opt out, be
   * forgotten, or be merged until the transaction ends, so that nothing is
   * stored about them afterwards.
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

  /** Pseudonyms of people who opted out. */
  async findOptedOut(): Promise<Set<string>> {
    const optedOut = this.knex(PEOPLE).where({ opted_out: true }).select('id');
    const rows = await this.knex<IdentityRow>(PEOPLE)
      .whereIn('id', optedOut)
      .orWhereIn('merged_into', optedOut)
      .select('pseudonym');
    return new Set(rows.map(({ pseudonym }) => pseudonym));
  }

  /**
   * Updates `people.excluded` to the people that the configuration excludes (by
   * filter, name, or team). With a configured head count, their activity does
   * not count either. Opting out is stored separately.
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
