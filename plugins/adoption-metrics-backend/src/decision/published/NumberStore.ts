import { Knex } from 'knex';
import { Bounds } from './Published';

const TABLE = 'decision_numbers';

/** What somebody put in the place of a published number. */
export interface Replacement extends Bounds {
  why: string;
  /** In ms UTC. */
  at: number;
  /** Entity ref; undefined once that person is forgotten. */
  by?: string;
}

/** What held for a while, or that the published number held again. */
export interface EarlierNumber extends Replacement {
  isPublished: boolean;
}

/** So many changes of one number are shown. */
const MOST_EARLIER = 10;

/** Changes of all numbers together that are looked through. */
const MOST_READ = 2_000;

interface NumberRow {
  id: number;
  number: string;
  low: number | null;
  high: number | null;
  replaces: boolean | number;
  why: string;
  replaced_at: number | string;
  replaced_by: string | null;
}

/** Stores what replaces published numbers; all there ever was, without an end. */
export class NumberStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  /** Replaces a number from now on. */
  async replace(number: string, replacement: Replacement): Promise<void> {
    await this.#add(number, replacement, true);
  }

  /** Lets the published number hold again. */
  async restore(
    number: string,
    act: Pick<Replacement, 'at' | 'by'>,
  ): Promise<void> {
    const restored = { low: null, high: null, why: '', ...act };
    await this.#add(number, restored, false);
  }

  /** What replaces numbers now, by number. */
  async read(): Promise<Map<string, Replacement>> {
    const rows = await this.knex<NumberRow>(TABLE).whereIn(
      'id',
      this.knex<NumberRow>(TABLE).max('id').groupBy('number'),
    );
    return new Map(
      rows
        .filter(({ replaces }) => Boolean(replaces))
        .map(row => [row.number, replacementOf(row)]),
    );
  }

  /** What held before, by number, the latest first. */
  async readEarlier(): Promise<Map<string, EarlierNumber[]>> {
    const rows = await this.knex<NumberRow>(TABLE)
      .select()
      .orderBy('id', 'desc')
      .limit(MOST_READ);
    const earlier = new Map<string, EarlierNumber[]>();
    const held = new Set<string>();
    for (const row of rows) {
      const { number, replaces } = row;
      const list = earlier.get(number) ?? [];
      // The latest is what holds now, unless that is the published number again.
      if (held.has(number) || !replaces) {
        list.push({ ...replacementOf(row), isPublished: !replaces });
      }
      held.add(number);
      earlier.set(number, list.slice(0, MOST_EARLIER));
    }
    return earlier;
  }

  /** Changes with every replacement. */
  async state(): Promise<string> {
    const row = await this.knex(TABLE).max({ last: 'id' }).first();
    return String(row?.last);
  }

  /** Removes the name of a person from everything they replaced. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('replaced_by', entityRef)
      .update({ replaced_by: null });
  }

  async #add(
    number: string,
    { low, high, why, at, by }: Replacement,
    replaces: boolean,
  ): Promise<void> {
    await this.knex(TABLE).insert({
      number,
      low,
      high,
      replaces,
      why,
      replaced_at: at,
      replaced_by: by ?? null,
    });
  }
}

function replacementOf(row: NumberRow): Replacement {
  const { low, high, why, replaced_at, replaced_by } = row;
  return {
    low,
    high,
    why,
    at: Number(replaced_at),
    ...(replaced_by !== null && { by: replaced_by }),
  };
}
