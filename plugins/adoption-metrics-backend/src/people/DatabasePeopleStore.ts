import { Knex } from 'knex';
import { chunked, insertMissing } from '../database';
import { PeopleStore } from './PeopleStore';

const TABLE = 'people';

interface PeopleRow {
  id: number;
  pseudonym: string;
}

export class DatabasePeopleStore implements PeopleStore {
  constructor(private readonly knex: Knex) {}

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
    await insertMissing(
      tx,
      { table: TABLE, key: ['pseudonym'] },
      missing.map(pseudonym => ({ pseudonym })),
    );
    return new Map([...known, ...(await this.findIds(missing, tx))]);
  }

  async findIds(
    pseudonyms: string[],
    tx: Knex = this.knex,
  ): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const chunk of chunked(pseudonyms)) {
      const rows = await tx<PeopleRow>(TABLE)
        .whereIn('pseudonym', chunk)
        .select('id', 'pseudonym');
      for (const row of rows) {
        ids.set(row.pseudonym, row.id);
      }
    }
    return ids;
  }
}
