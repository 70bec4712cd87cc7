import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { Day } from '../time';
import { DeadlineWeek, StoredWeek } from './DeadlineWeek';

const TABLE = 'deadline_weeks';

interface WeekRow {
  deadline_id: number;
  week_day: number;
  revision: number;
  state: DeadlineState;
  active: number | null;
  developers: number | null;
  probability: number | null;
  forecast: string | null;
  risk: string;
  evaluated_at: number | string;
}

/** A corrected week, and its state before. */
export interface Correction extends StoredWeek {
  stateBefore: DeadlineState;
}

/** The content of the column with details. */
type Details = Pick<DeadlineWeek, 'forecast' | 'samplesMissing' | 'isPartial'>;

/**
 * Stores evaluations of weeks. Rows never change; a correction is an additional
 * row.
 */
export class DeadlineWeekStore {
  constructor(private readonly knex: Knex) {}

  /** The weeks of a deadline with corrections, oldest first. */
  async ofDeadline(deadlineId: number): Promise<StoredWeek[]> {
    const rows = await this.knex<WeekRow>(TABLE)
      .where({ deadline_id: deadlineId })
      .orderBy(['week_day', 'revision']);
    return [...new Map(rows.map(row => [row.week_day, weekOf(row)])).values()];
  }

  /** All corrections, newest first. */
  async corrections(): Promise<Correction[]> {
    const rows: Array<WeekRow & { state_before: DeadlineState }> =
      await this.knex(`${TABLE} as week`)
        .join(`${TABLE} as before`, join =>
          join
            .on('before.deadline_id', 'week.deadline_id')
            .andOn('before.week_day', 'week.week_day')
            .andOn(
              'before.revision',
              this.knex.raw('?? - 1', ['week.revision']),
            ),
        )
        .select('week.*', { state_before: 'before.state' })
        .orderBy([
          { column: 'week.evaluated_at', order: 'desc' },
          { column: 'week.week_day', order: 'desc' },
        ]);
    return rows.map(row => ({
      ...weekOf(row),
      stateBefore: row.state_before,
    }));
  }

  /** Stores a week, unless another replica already did. */
  async add(week: StoredWeek): Promise<void> {
    await this.knex(TABLE)
      .insert(rowOf(week))
      .onConflict(['deadline_id', 'week_day', 'revision'])
      .ignore();
  }

  /**
   * The newest week of any deadline that ended by a day.
   *
   * @param correctedBy - ms UTC; ignores later corrections
   */
  async latestBy(
    day: Day,
    correctedBy: number,
  ): Promise<StoredWeek | undefined> {
    const row = await this.knex<WeekRow>(TABLE)
      .where('week_day', '<=', day)
      .where(known =>
        known.where('revision', 0).orWhere('evaluated_at', '<', correctedBy),
      )
      .orderBy([
        { column: 'week_day', order: 'desc' },
        { column: 'deadline_id', order: 'desc' },
        { column: 'revision', order: 'desc' },
      ])
      .first();
    return row && weekOf(row);
  }
}

function rowOf(week: StoredWeek): WeekRow {
  const { forecast, samplesMissing, isPartial } = week;
  return {
    deadline_id: week.deadlineId,
    week_day: week.week,
    revision: week.revision,
    state: week.state,
    active: week.measured?.active ?? null,
    developers: week.measured?.developers ?? null,
    probability: forecast?.probability ?? null,
    forecast: JSON.stringify({ forecast, samplesMissing, isPartial }),
    risk: JSON.stringify(week.risk),
    evaluated_at: week.evaluatedAt,
  };
}

function weekOf(row: WeekRow): StoredWeek {
  const details: Details = JSON.parse(row.forecast ?? '{}');
  return {
    deadlineId: row.deadline_id,
    week: row.week_day,
    revision: row.revision,
    state: row.state,
    risk: JSON.parse(row.risk),
    ...details,
    ...(row.active !== null &&
      row.developers !== null && {
        measured: { active: row.active, developers: row.developers },
      }),
    evaluatedAt: Number(row.evaluated_at),
  };
}
