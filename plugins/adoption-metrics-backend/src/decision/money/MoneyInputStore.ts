import { Knex } from 'knex';
import { MoneyInputs } from './currentCosts';

const TABLE = 'decision_money';

/** What somebody said of the money that the portal costs. */
export interface StoredMoneyInputs {
  inputs: MoneyInputs;
  /** In ms UTC. */
  changedAt: number;
  /** Entity ref; undefined once that person is forgotten. */
  changedBy?: string;
}

interface MoneyRow {
  id: number;
  inputs: string;
  changed_at: number | string;
  changed_by: string | null;
}

/** Stores all that was ever said of the money, the newest of which holds. */
export class MoneyInputStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  async newest(): Promise<StoredMoneyInputs | undefined> {
    const row = await this.knex<MoneyRow>(TABLE).orderBy('id', 'desc').first();
    return (
      row && {
        inputs: JSON.parse(row.inputs),
        changedAt: Number(row.changed_at),
        ...(row.changed_by !== null && { changedBy: row.changed_by }),
      }
    );
  }

  async add(given: StoredMoneyInputs): Promise<void> {
    await this.knex<MoneyRow>(TABLE).insert({
      inputs: JSON.stringify(given.inputs),
      changed_at: given.changedAt,
      changed_by: given.changedBy ?? null,
    });
  }

  /** Removes the name of a person from everything they said. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('changed_by', entityRef)
      .update({ changed_by: null });
  }
}
