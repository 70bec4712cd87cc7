import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { breathe, chunked, replaceRows, toOptionalNumber } from '../database';
import { Day, Interval } from '../time';
import { HEADLINE, Sample, SampleState } from './Sample';

const TABLE = 'samples';

/** Which samples of a dimension are asked for. */
interface DimensionHistory {
  metric: MetricId;
  dimension: string;
  /** Defaults to all members. */
  members?: string[];
  days: Interval;
}

type SampleRow = {
  metric: MetricId;
  dimension: string;
  member: string;
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

/** Stores samples of closed days. */
export class SampleStore {
  constructor(private readonly knex: Knex) {}

  /** Replaces all samples of a metric for a day. */
  async replaceDay(metric: MetricId, day: Day, samples: Sample[]) {
    await this.knex.transaction(async tx => {
      await tx(TABLE).where({ metric, day }).delete();
      await replaceRows(
        tx,
        { table: TABLE, key: ['metric', 'dimension', 'member', 'day'] },
        samples.map(toRow),
      );
    });
  }

  /** Headlines of a range of days, oldest first. */
  async headlines(metric: MetricId, days: Interval): Promise<Sample[]> {
    return this.history({ metric, dimension: HEADLINE, members: [''], days });
  }

  /** Samples of a dimension for a range of days, by day and member. */
  async history({
    members,
    ...dimension
  }: DimensionHistory): Promise<Sample[]> {
    if (!members) {
      return sorted(await this.#during(dimension));
    }
    const found: SampleRow[][] = [];
    for (const ids of chunked(members)) {
      found.push(await this.#during(dimension).whereIn('member', ids));
      await breathe();
    }
    return sorted(found.flat());
  }

  /** Samples of one day, optionally limited to some dimensions. */
  async ofDay(
    metric: MetricId,
    day: Day,
    dimensions?: string[],
  ): Promise<Sample[]> {
    const order = ['dimension', 'member'];
    const all = () =>
      this.knex<SampleRow>(TABLE).where({ metric, day }).orderBy(order);
    if (!dimensions) {
      return (await all()).map(fromRow);
    }
    const found: SampleRow[][] = [];
    // Sorted, so that the combined result is sorted by dimension.
    for (const some of chunked(dimensions.toSorted())) {
      found.push(await all().whereIn('dimension', some));
      await breathe();
    }
    return found.flat().map(fromRow);
  }

  /** The newest day with samples, for one metric or for all. */
  async latestDay(metric?: MetricId): Promise<Day | undefined> {
    const query = this.knex(TABLE).max({ day: 'day' }).first();
    // An index finds the newest headline directly.
    const row = await (metric
      ? query.where({ metric, dimension: HEADLINE, member: '' })
      : query);
    return toOptionalNumber(row?.day);
  }

  /** Days of a range with a headline that was computed later than `instant`, in ms UTC. */
  async daysComputedAfter(instant: number, days: Interval): Promise<Day[]> {
    return this.knex(TABLE)
      .where('day', '>=', days.from)
      .where('day', '<', days.to)
      .where({ dimension: HEADLINE })
      .where('computed_at', '>', instant)
      .distinct()
      .pluck('day');
  }

  async setState(day: Day, state: SampleState): Promise<void> {
    await this.knex<SampleRow>(TABLE).where({ day }).update({ state });
  }

  #during({ metric, dimension, days }: DimensionHistory) {
    return this.knex<SampleRow>(TABLE)
      .where({ metric, dimension })
      .where('day', '>=', days.from)
      .where('day', '<', days.to)
      .select();
  }
}

function sorted(rows: SampleRow[]): Sample[] {
  return rows
    .map(fromRow)
    .sort((a, b) => a.day - b.day || (a.member < b.member ? -1 : 1));
}

function toRow(sample: Sample): SampleRow {
  return {
    metric: sample.metric,
    dimension: sample.dimension,
    member: sample.member,
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
    dimension: row.dimension,
    member: row.member,
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
