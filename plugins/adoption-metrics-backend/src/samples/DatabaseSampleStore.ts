import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { replaceRows, toOptionalNumber } from '../database';
import { Day, Interval } from '../time';
import { HEADLINE, Sample, SampleState } from './Sample';
import { SampleStore } from './SampleStore';

const TABLE = 'samples';

type SampleRow = {
  metric: MetricId;
  cut: string;
  cut_id: string;
  day: number;
  value: number | null;
  numerator: number | string | null;
  denominator: number | string | null;
  n: number | string | null;
  coverage: number | null;
  definition_version: number;
  time_zone: string;
  state: SampleState;
  computed_at: number | string;
};

export class DatabaseSampleStore implements SampleStore {
  constructor(private readonly knex: Knex) {}

  async replaceDay(metric: MetricId, day: Day, samples: Sample[]) {
    await this.knex.transaction(async tx => {
      await tx(TABLE).where({ metric, day }).delete();
      await replaceRows(
        tx,
        { table: TABLE, key: ['metric', 'cut', 'cut_id', 'day'] },
        samples.map(toRow),
      );
    });
  }

  async headlines(metric: MetricId, days: Interval): Promise<Sample[]> {
    return this.ofMember({ metric, cut: HEADLINE, cutId: '' }, days);
  }

  async ofMember(
    { metric, cut, cutId }: Pick<Sample, 'metric' | 'cut' | 'cutId'>,
    days: Interval,
  ): Promise<Sample[]> {
    const rows = await this.knex<SampleRow>(TABLE)
      .where({ metric, cut, cut_id: cutId })
      .where('day', '>=', days.from)
      .where('day', '<', days.to)
      .orderBy('day');
    return rows.map(fromRow);
  }

  async ofDay(metric: MetricId, day: Day, cuts?: string[]): Promise<Sample[]> {
    const rows = this.knex<SampleRow>(TABLE)
      .where({ metric, day })
      .orderBy(['cut', 'cut_id']);
    return (await (cuts ? rows.whereIn('cut', cuts) : rows)).map(fromRow);
  }

  async latestDay(): Promise<Day | undefined> {
    const row = await this.knex(TABLE).max({ day: 'day' }).first();
    return toOptionalNumber(row?.day);
  }

  async setState(day: Day, state: SampleState): Promise<void> {
    await this.knex<SampleRow>(TABLE).where({ day }).update({ state });
  }
}

function toRow(sample: Sample): SampleRow {
  return {
    metric: sample.metric,
    cut: sample.cut,
    cut_id: sample.cutId,
    day: sample.day,
    value: sample.value ?? null,
    numerator: sample.numerator ?? null,
    denominator: sample.denominator ?? null,
    n: sample.n ?? null,
    coverage: sample.coverage ?? null,
    definition_version: sample.definitionVersion,
    time_zone: sample.timeZone,
    state: sample.state,
    computed_at: sample.computedAt,
  };
}

function fromRow(row: SampleRow): Sample {
  return {
    metric: row.metric,
    cut: row.cut,
    cutId: row.cut_id,
    day: row.day,
    value: toOptionalNumber(row.value),
    numerator: toOptionalNumber(row.numerator),
    denominator: toOptionalNumber(row.denominator),
    n: toOptionalNumber(row.n),
    coverage: toOptionalNumber(row.coverage),
    definitionVersion: row.definition_version,
    timeZone: row.time_zone,
    state: row.state,
    computedAt: Number(row.computed_at),
  };
}
