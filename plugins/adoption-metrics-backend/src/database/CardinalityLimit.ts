import { Knex } from 'knex';
import { Day } from '../time';
import { olderThan, RetentionRule } from './RetentionRule';
import { retryTransient } from './retry';

const TABLE = 'daily_members';

/** Events are accepted for a few days; older days do not have to be cached. */
const REMEMBERED_DAYS = 8;

/** The member under which everything above the limit is counted. */
export const OTHER = 'other';

interface MemberRow {
  day: Day;
  dimension: string;
  value: string;
  slot: number;
  taken_by: number;
}

/** A value that a client has sent. */
interface Candidate {
  value: string;
  /** Identifies the sender, who can add only a limited share of the values. */
  by: number;
}

/** The values of a day, and how many of them each sender has added. */
interface DayMembers {
  values: Set<string>;
  takenBy: Map<number, number>;
}

/**
 * Limits how many different values a dimension can have per day, so that tables
 * and responses stay bounded whatever clients send. In OpenTelemetry's terms,
 * this is a cardinality limit with an overflow attribute.
 *
 * Each value takes a numbered slot. A unique key ensures that no slot is taken
 * twice, so the limit is exact across replicas, without locks.
 */
export class CardinalityLimit {
  readonly #remembered = new Map<Day, DayMembers>();

  constructor(
    private readonly options: {
      knex: Knex;
      dimension: string;
      /** The maximum number of values per day, not counting `other`. */
      limit: number;
      /** The maximum number of values per sender. Defaults to `limit`. */
      share?: number;
    },
  ) {}

  /**
   * Adds values while there is room, overall and for their sender. Queries the
   * database only if a value is new to this process and there may be room for
   * it.
   *
   * @returns the members of the day; any other value counts as {@link OTHER}
   */
  async admit(day: Day, candidates: Candidate[]): Promise<ReadonlySet<string>> {
    const members = this.#membersOf(day);
    if (this.#select(candidates, members).length > 0) {
      await this.#add(day, candidates, members);
    }
    return members.values;
  }

  #membersOf(day: Day): DayMembers {
    const members = this.#remembered.get(day) ?? {
      values: new Set(),
      takenBy: new Map(),
    };
    this.#remembered.set(day, members);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_DAYS) {
      this.#remembered.delete(oldest);
    }
    return members;
  }

  // Another replica may take a slot first. Values that did not get one try
  // again until they are in or there is no room left.
  async #add(
    day: Day,
    candidates: Candidate[],
    members: DayMembers,
  ): Promise<void> {
    const { knex, dimension } = this.options;
    for (;;) {
      const rows = await knex<MemberRow>(TABLE)
        .where({ day, dimension })
        .select('value', 'slot', 'taken_by');
      members.values = new Set(rows.map(({ value }) => value));
      members.takenBy = countBy(rows.map(row => row.taken_by));
      const slots = this.#freeSlots(rows);
      const next = this.#select(candidates, members).map(
        ({ value, by }, index) => ({
          day,
          dimension,
          value,
          slot: slots[index],
          taken_by: by,
        }),
      );
      if (next.length === 0) {
        return;
      }
      await retryTransient(async () => {
        await knex(TABLE).insert(next).onConflict().ignore();
      });
    }
  }

  /** New values for which there is room. */
  #select(
    candidates: Candidate[],
    { values, takenBy }: DayMembers,
  ): Candidate[] {
    const { limit, share = limit } = this.options;
    const taken = new Map(takenBy);
    const selected = new Map<string, Candidate>();
    for (const candidate of candidates) {
      const { value, by } = candidate;
      const own = taken.get(by) ?? 0;
      const isNew =
        value !== OTHER && !values.has(value) && !selected.has(value);
      if (isNew && own < share && values.size + selected.size < limit) {
        taken.set(by, own + 1);
        selected.set(value, candidate);
      }
    }
    return [...selected.values()];
  }

  #freeSlots(rows: Array<Pick<MemberRow, 'slot'>>): number[] {
    const taken = new Set(rows.map(({ slot }) => slot));
    const all = Array.from({ length: this.options.limit }, (_, i) => i + 1);
    return all.filter(slot => !taken.has(slot));
  }
}

function countBy(numbers: number[]): Map<number, number> {
  const groups = Map.groupBy(numbers, number => number);
  return new Map([...groups].map(([number, { length }]) => [number, length]));
}

/** Members are needed for as long as events of their day are accepted. */
export const cardinalityRetention: RetentionRule[] = [
  {
    name: 'dailyMembers',
    keepDays: 8,
    leastDays: 4,
    deletes: [
      {
        table: TABLE,
        key: ['day', 'dimension', 'value'],
        unit: 'day',
        expired: olderThan('day'),
      },
    ],
  },
];
