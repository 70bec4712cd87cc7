import { Knex } from 'knex';
import { during, insertFresh, SettingsStore } from '../database';
import { Day, Interval } from '../time';

const TABLE = 'imported_days';

const FIRST_DAY = 'imported_first_day';

/** A range of days from one import. */
interface ImportedPart {
  label: string;
  /** What the other tool counted. */
  counts: string;
  /** Inclusive. */
  firstDay: Day;
  lastDay: Day;
}

/** Knows which days were imported from another tool. */
export class ImportedDays {
  constructor(
    private readonly knex: Knex,
    private readonly settings: Pick<SettingsStore, 'get' | 'keepEarliest'>,
  ) {}

  /**
   * Claims a day for an import, in the transaction that stores its activity.
   *
   * @returns false if it has already been imported
   */
  async claim(day: Day, importId: number, tx: Knex): Promise<boolean> {
    const row = { day, import_id: importId };
    const fresh = await insertFresh(tx, { table: TABLE, key: ['day'] }, [row]);
    return fresh.length > 0;
  }

  /** The imported days in a range, in order. */
  async among(days: Interval): Promise<Day[]> {
    return during(this.knex(TABLE), days).orderBy('day').pluck('day');
  }

  /** The part of a range that each import covers, in order. */
  async parts(days: Interval): Promise<ImportedPart[]> {
    const rows: Array<Record<string, unknown>> = await during(
      this.knex(TABLE),
      days,
    )
      .join('history_imports', 'history_imports.id', `${TABLE}.import_id`)
      .groupBy('history_imports.id', 'label', 'counts')
      .min({ first: 'day' })
      .max({ last: 'day' })
      .select('label', 'counts')
      .orderBy('first');
    return rows.map(({ label, counts, first, last }) => ({
      label: String(label),
      counts: String(counts),
      firstDay: Number(first),
      lastDay: Number(last),
    }));
  }

  /** Whether an import is still running; its days are not measured yet. */
  async areComing(): Promise<boolean> {
    const row = await this.knex(TABLE)
      .join('history_imports', 'history_imports.id', `${TABLE}.import_id`)
      .where({ state: 'running' })
      .first('day');
    return row !== undefined;
  }

  /** Starts daily rollups with this day, once an import is complete. */
  async begin(day: Day): Promise<void> {
    await this.settings.keepEarliest(FIRST_DAY, day);
  }

  /** The first day of all completed imports. */
  async firstDay(): Promise<Day | undefined> {
    const stored = await this.settings.get(FIRST_DAY);
    return stored === undefined ? undefined : Number(stored);
  }
}
