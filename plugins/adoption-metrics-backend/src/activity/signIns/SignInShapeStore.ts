import { Knex } from 'knex';
import { during, Upsert } from '../../database';
import { Day, Interval } from '../../time';

const TABLE = 'sign_in_shapes';

type ShapeRow = { day: Day; shape: string; n: number };

/** Counts formats of sign-in names by day, without names. */
export function countShapes(
  batches: Array<{ day: Day; shape: string }>,
): Upsert {
  const rows = new Map<string, ShapeRow>();
  for (const { day, shape } of batches) {
    const key = `${day} ${shape}`;
    rows.set(key, { day, shape, n: (rows.get(key)?.n ?? 0) + 1 });
  }
  return {
    table: TABLE,
    key: ['day', 'shape'],
    add: ['n'],
    rows: [...rows.values()],
  };
}

/** Reads formats of sign-in names. */
export class SignInShapeStore {
  constructor(private readonly knex: Knex) {}

  /** Formats on a range of days, most frequent first. */
  async shapesOf(days: Interval): Promise<string[]> {
    const rows: Array<{ shape: string }> = await during(this.knex(TABLE), days)
      .groupBy('shape')
      .select('shape')
      .sum({ batches: 'n' })
      .orderBy([{ column: 'batches', order: 'desc' }, 'shape'])
      .limit(2);
    return rows.map(({ shape }) => shape);
  }
}
