import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { Day } from '../time';
import { DeadlineWeek, StoredWeek } from './DeadlineWeek';

const TABLE = 'deadline_weeks';

interface WeekRow {
  deadline_id: number;
  week_day: number;
  state: DeadlineState;
  active: number | null;
  developers: number | null;
  probability: number | null;
  forecast: string | null;
  risk: string;
  evaluated_at: number | string;
}

/** What goes into the column of the forecast. */
type Details = Pick<DeadlineWeek, 'forecast' | 'samplesMissing'>;

/** Stores what was known at the end of each week. Nothing in it ever changes. */
export class DeadlineWeekStore {
  constructor(private readonly knex: Knex) {}

  /** The weeks of a deadline, oldest first. */
  async ofDeadline(deadlineId: number): Promise<StoredWeek[]> {
    const rows = await this.knex<WeekRow>(TABLE)
      .where({ deadline_id: deadlineId })
      .orderBy('week_day');
    return rows.map(weekOf);
  }

  /** Stores a week, unless another replica did so before. */
  async add(week: StoredWeek): Promise<void> {
    await this.knex(TABLE)
      .insert(rowOf(week))
      .onConflict(['deadline_id', 'week_day'])
      .ignore();
  }

  /** The newest week of any deadline that ended by a day. */
  async latestBy(day: Day): Promise<StoredWeek | undefined> {
    const row = await this.knex<WeekRow>(TABLE)
      .where('week_day', '<=', day)
      .orderBy([
        { column: 'week_day', order: 'desc' },
        { column: 'deadline_id', order: 'desc' },
      ])
      .first();
    return row && weekOf(row);
  }
}

function rowOf(week: StoredWeek): WeekRow {
  const { forecast, samplesMissing } = week;
  return {
    deadline_id: week.deadlineId,
    week_day: week.week,
    state: week.state,
    active: week.measured?.active ?? null,
    developers: week.measured?.developers ?? null,
    probability: forecast?.probability ?? null,
    forecast: JSON.stringify({ forecast, samplesMissing }),
    risk: JSON.stringify(week.risk),
    evaluated_at: week.evaluatedAt,
  };
}

function weekOf(row: WeekRow): StoredWeek {
  const details: Details = JSON.parse(row.forecast ?? '{}');
  return {
    deadlineId: row.deadline_id,
    week: row.week_day,
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
