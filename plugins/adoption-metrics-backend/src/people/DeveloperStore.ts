import { Knex } from 'knex';
import { replaceRows, retryTransient, toOptionalNumber } from '../database';
import { Day } from '../time';
import { replaceMembers, SpanRow } from './spans';

const SPANS = 'developer_spans';
const COUNTS = 'developer_counts';

/** The number of developers on a day. */
export interface DeveloperCount {
  day: Day;
  developers: number;
  /** Catalog users that the configuration excludes. */
  excluded: number;
  /** Whether the previous number was kept because of a sudden drop. */
  held: boolean;
  /** Developers that were added on this day; undefined if unknown. */
  joined?: number;
  /** Developers that were removed on this day; undefined if unknown. */
  departed?: number;
}

interface CountRow {
  day: number;
  developers: number;
  excluded: number;
  held: boolean | number;
  joined: number | null;
  departed: number | null;
}

/** Stores who was a developer on which days. */
export class DeveloperStore {
  constructor(private readonly knex: Knex) {}

  /** Sets the developers from `day` on. */
  async replaceDevelopers(
    personIds: number[],
    count: { day: Day; excluded: number },
  ): Promise<void> {
    const members = [...new Set(personIds)];
    const { day, excluded } = count;
    const developers = members.length;
    await this.#write(async tx => {
      const open = await tx<SpanRow>(SPANS).whereNull('to_day');
      await replaceMembers(
        tx,
        { table: SPANS, of: {} },
        { open, members, day },
      );
      await writeCount(tx, { day, developers, excluded, held: false });
    });
  }

  /** Keeps the previous developers for `day`. */
  async hold(day: Day): Promise<void> {
    const last = await this.countOn(day);
    if (last) {
      await this.#write(tx => writeCount(tx, { ...last, day, held: true }));
    }
  }

  /**
   * The count to show on an open day: if known, that of the day before, because
   * a current one would reveal when somebody opts out.
   */
  async countToShow(today: Day): Promise<DeveloperCount | undefined> {
    const [newest, before] = await Promise.all(
      [today, today - 1].map(day => this.countOn(day)),
    );
    return newest && { ...(before ?? newest), held: newest.held };
  }

  /** The newest count up to and including `day`. */
  async countOn(day: Day): Promise<DeveloperCount | undefined> {
    const row = await this.knex<CountRow>(COUNTS)
      .where('day', '<=', day)
      .orderBy('day', 'desc')
      .first();
    return row && toCount(row);
  }

  /** Person ids of the current developers. */
  readCurrent(): Promise<number[]> {
    return this.knex<SpanRow>(SPANS).whereNull('to_day').pluck('person_id');
  }

  #write(run: (tx: Knex) => Promise<void>): Promise<void> {
    return retryTransient(() => this.knex.transaction(run));
  }
}

async function writeCount(
  tx: Knex,
  { day, developers, excluded, held }: DeveloperCount,
): Promise<void> {
  const row: CountRow = {
    day,
    developers,
    excluded,
    held,
    joined: await countSpans(tx, { from_day: day }),
    departed: await countSpans(tx, { to_day: day }),
  };
  await replaceRows(tx, { table: COUNTS, key: ['day'] }, [{ ...row }]);
}

async function countSpans(tx: Knex, on: Partial<SpanRow>): Promise<number> {
  const row = await tx<SpanRow>(SPANS).where(on).count({ n: '*' }).first();
  return Number(row?.n);
}

function toCount({ held, joined, departed, ...row }: CountRow): DeveloperCount {
  return {
    ...row,
    held: Boolean(held),
    joined: toOptionalNumber(joined),
    departed: toOptionalNumber(departed),
  };
}
