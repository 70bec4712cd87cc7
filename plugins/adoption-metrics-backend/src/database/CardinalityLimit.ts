import { Knex } from 'knex';
import { Day } from '../time';
import { olderThan, RetentionRule } from './RetentionRule';
import { retryTransient } from './retry';

const TABLE = 'daily_members';

/** Days of which the members are remembered: those of accepted events. */
const REMEMBERED_DAYS = 8;

/** The name under which everything beyond a limit counts. */
export const OTHER = 'other';

interface MemberRow {
  day: Day;
  dimension: string;
  value: string;
  slot: number;
  taken_by: number;
}

/** A value that somebody has sent. */
export interface Wish {
  value: string;
  /** A number for whoever sends it, of whose share it takes a place. */
  by: number;
}

/** The values of a day, and how many places each has taken. */
interface DayMembers {
  values: Set<string>;
  takenBy: Map<number, number>;
}

/**
 * Limits how many different values a dimension has on a day, so that tables and
 * answers stay bounded whatever clients send. OpenTelemetry calls this a
 * cardinality limit, and what is beyond it the overflow.
 *
 * Each value takes one of so many numbered slots, and a unique key sees to it
 * that replicas never take one twice: the limit holds exactly, without locks.
 */
export class CardinalityLimit {
  readonly #remembered = new Map<Day, DayMembers>();

  constructor(
    private readonly options: {
      knex: Knex;
      dimension: string;
      /** Most values of one day, besides `other`. */
      limit: number;
      /** Most of them that one sender may add; as many as there are without it. */
      share?: number;
    },
  ) {}

  /**
   * Lets values in while there is room, for all and for who sends them. Needs the
   * database only for values that are new to this process and could get in.
   *
   * @returns the members of the day; any other value counts as {@link OTHER}
   */
  async admit(day: Day, wishes: Wish[]): Promise<ReadonlySet<string>> {
    const members = this.#membersOf(day);
    if (this.#select(wishes, members).length > 0) {
      await this.#add(day, wishes, members);
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

  // Another replica may take a slot first; what is still missing then tries
  // the next one, until it is in or there is no room.
  async #add(day: Day, wishes: Wish[], members: DayMembers): Promise<void> {
    const { knex, dimension } = this.options;
    for (;;) {
      const rows = await knex<MemberRow>(TABLE)
        .where({ day, dimension })
        .select('value', 'slot', 'taken_by');
      members.values = new Set(rows.map(({ value }) => value));
      members.takenBy = countBy(rows.map(row => row.taken_by));
      const slots = this.#freeSlots(rows);
      const next = this.#select(wishes, members).map(
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

  /** Those of whom nothing is known yet and for whom there is room. */
  #select(wishes: Wish[], { values, takenBy }: DayMembers): Wish[] {
    const { limit, share = limit } = this.options;
    const taken = new Map(takenBy);
    const selected = new Map<string, Wish>();
    for (const wish of wishes) {
      const { value, by } = wish;
      const own = taken.get(by) ?? 0;
      const isNew =
        value !== OTHER && !values.has(value) && !selected.has(value);
      if (isNew && own < share && values.size + selected.size < limit) {
        taken.set(by, own + 1);
        selected.set(value, wish);
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

/** Members are needed while events of their day are accepted. */
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
