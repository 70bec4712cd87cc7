import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { Day } from '../time';
import { ProgrammeWeek, ProgrammeWeekStore, StoredWeek } from './ProgrammeWeek';

const TABLE = 'programme_weeks';

interface WeekRow {
  programme_id: number;
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
type Details = Pick<ProgrammeWeek, 'forecast' | 'samplesMissing'>;

/** Keeps evaluated weeks in the plugin's database. */
export class DatabaseProgrammeWeekStore implements ProgrammeWeekStore {
  constructor(private readonly knex: Knex) {}

  async ofProgramme(programmeId: number): Promise<StoredWeek[]> {
    const rows = await this.knex<WeekRow>(TABLE)
      .where({ programme_id: programmeId })
      .orderBy('week_day');
    return rows.map(weekOf);
  }

  async add(week: StoredWeek): Promise<void> {
    await this.knex(TABLE)
      .insert(rowOf(week))
      .onConflict(['programme_id', 'week_day'])
      .ignore();
  }

  async latestBy(day: Day): Promise<StoredWeek | undefined> {
    const row = await this.knex<WeekRow>(TABLE)
      .where('week_day', '<=', day)
      .orderBy([
        { column: 'week_day', order: 'desc' },
        { column: 'programme_id', order: 'desc' },
      ])
      .first();
    return row && weekOf(row);
  }
}

function rowOf(week: StoredWeek): WeekRow {
  const { forecast, samplesMissing } = week;
  return {
    programme_id: week.programmeId,
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
    programmeId: row.programme_id,
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
