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
  readonly #remembered = new Map<Day, Set<string>>();

  constructor(
    private readonly options: {
      knex: Knex;
      dimension: string;
      /** Most values of one day, besides `other`. */
      limit: number;
    },
  ) {}

  /**
   * Lets values in while there is room. Needs the database only for values that
   * are new to this process, and not at all once the day is full.
   *
   * @returns the members of the day; any other value counts as {@link OTHER}
   */
  async admit(
    day: Day,
    values: Iterable<string>,
  ): Promise<ReadonlySet<string>> {
    const members = this.#membersOf(day);
    const fresh = [...values].filter(
      value => value !== OTHER && !members.has(value),
    );
    if (fresh.length > 0 && members.size < this.options.limit) {
      await this.#add(day, fresh, members);
    }
    return members;
  }

  #membersOf(day: Day): Set<string> {
    const members = this.#remembered.get(day) ?? new Set();
    this.#remembered.set(day, members);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_DAYS) {
      this.#remembered.delete(oldest);
    }
    return members;
  }

  // Another replica may take a slot first; what is still missing then tries
  // the next one, until it is in or the day is full.
  async #add(day: Day, fresh: string[], members: Set<string>): Promise<void> {
    const { knex, dimension } = this.options;
    for (;;) {
      const rows = await knex<MemberRow>(TABLE)
        .where({ day, dimension })
        .select('value', 'slot');
      rows.forEach(({ value }) => members.add(value));
      const slots = this.#freeSlots(rows);
      const next = fresh
        .filter(value => !members.has(value))
        .slice(0, slots.length)
        .map((value, index) => ({ day, dimension, value, slot: slots[index] }));
      if (next.length === 0) {
        return;
      }
      await retryTransient(async () => {
        await knex(TABLE).insert(next).onConflict().ignore();
      });
    }
  }

  #freeSlots(rows: Array<Pick<MemberRow, 'slot'>>): number[] {
    const taken = new Set(rows.map(({ slot }) => slot));
    const all = Array.from({ length: this.options.limit }, (_, i) => i + 1);
    return all.filter(slot => !taken.has(slot));
  }
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
