import { Knex } from 'knex';
import { insertMissing, retryTransient } from '../database';
import { Day } from '../time';
import { replaceMembers, SpanRow } from './spans';

const VALUES = 'attribute_values';
const SPANS = 'attribute_spans';

/** The people with a value of an attribute. */
export interface AttributeReading {
  attribute: string;
  value: string;
  /** Person ids. */
  members: number[];
}

interface ValueRow {
  id: number;
  attribute: string;
  value: string;
}

type AttributeSpanRow = SpanRow & { value_id: number };

/** Stores which developers had which attributes on which days. */
export class AttributeStore {
  constructor(private readonly knex: Knex) {}

  /** Sets the values of all developers from `day` on. */
  async replaceValues(readings: AttributeReading[], day: Day): Promise<void> {
    const stored = await this.#ensureRows(readings);
    const members = new Map(stored.map(row => [keyOf(row), [] as number[]]));
    readings.forEach(each => members.set(keyOf(each), each.members));
    for (const row of stored) {
      await retryTransient(() =>
        this.knex.transaction(async tx => {
          const of = { value_id: row.id };
          const open = await tx<AttributeSpanRow>(SPANS)
            .where(of)
            .whereNull('to_day');
          await replaceMembers(
            tx,
            { table: SPANS, of },
            { open, members: members.get(keyOf(row))!, day },
          );
        }),
      );
    }
  }

  async #ensureRows(readings: AttributeReading[]): Promise<ValueRow[]> {
    const key: Array<'attribute' | 'value'> = ['attribute', 'value'];
    await insertMissing(
      this.knex,
      { table: VALUES, key },
      readings.map(({ attribute, value }) => ({ attribute, value })),
    );
    return this.knex<ValueRow>(VALUES).orderBy('id');
  }
}

function keyOf({ attribute, value }: { attribute: string; value: string }) {
  return `${attribute} ${value}`;
}
