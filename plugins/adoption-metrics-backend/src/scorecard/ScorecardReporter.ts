import { NotFoundError } from '@backstage/errors';
import {
  Definition,
  Definitions,
  inEnglish,
  Metric,
  MetricDetail,
  MetricId,
  metricIds,
  say,
  Scorecard,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Sample, SampleStore, SampleHistoryStore } from '../samples';
import { Day, formatDay, formatInstant, ReportingZone } from '../time';
import { CurrentDefinitions } from './CurrentDefinitions';
import { deltaOf } from './delta';
import { MetricSource, Reading, ReadingTime } from '../parts';
import { describeReading } from './statement';

const SPARKLINE_DAYS = 90;

/** A metric on a closed day. */
export type DayMetric = Pick<
  Metric,
  | 'id'
  | 'name'
  | 'unit'
  | 'target'
  | 'value'
  | 'status'
  | 'statement'
  | 'numerator'
  | 'denominator'
  | 'sampleCount'
  | 'facts'
> & {
  /** The statement in its sentences. */
  said: Wording[];
};

/** Describes the metrics for the REST API. */
export class ScorecardReporter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      metrics: MetricSource[];
      samples: SampleStore;
      definitions: CurrentDefinitions;
      history: SampleHistoryStore;
      /**
       * The first day to measure; undefined if the plugin was not installed
       * yet.
       */
      firstDay(): Promise<Day | undefined>;
    },
  ) {}

  async scorecard(): Promise<Scorecard> {
    const time = await this.#time();
    const metrics = await Promise.all(
      this.options.metrics.map(metric => this.#describe(metric, time)),
    );
    return {
      computedAt: formatInstant(time.now),
      timeZone: this.options.zone.name,
      closedThrough: optionalDay(time.closedDay),
      firstMetricsOn: optionalDay(await this.firstMetricsOn(time)),
      met: metrics.filter(({ status }) => status === 'met').length,
      metrics,
      sampleHistory: await this.options.history.describe(),
    };
  }

  /** When the first day will be closed; null if one already is. */
  async firstMetricsOn(time?: ReadingTime): Promise<Day | undefined> {
    const { now, closedDay } = time ?? (await this.#time());
    if (closedDay !== undefined) {
      return undefined;
    }
    const today = this.options.zone.dayOf(now);
    return Math.max(today, ((await this.options.firstDay()) ?? today) + 1);
  }

  async detail(id: MetricId): Promise<MetricDetail> {
    const time = await this.#time();
    const source = this.metric(id);
    return {
      computedAt: formatInstant(time.now),
      timeZone: this.options.zone.name,
      metric: await this.#describe(source, time),
      breakdowns: await source.breakdowns(time),
      sampleHistory: await this.options.history.describe(),
    };
  }

  async definitions(): Promise<Definitions> {
    const { metrics, zone } = this.options;
    return {
      timeZone: zone.name,
      definitions: await Promise.all(
        metrics.map(metric => this.#define(metric)),
      ),
    };
  }

  /**
   * The metrics on a closed day, judged by the targets of that day. Stays the
   * same for as long as its data is kept.
   */
  async ofDay(day: Day): Promise<DayMetric[]> {
    return Promise.all(
      this.options.metrics.map(metric => this.#readDay(metric, day)),
    );
  }

  /**
   * @throws NotFoundError if there is no such metric
   */
  metric(id: string): MetricSource {
    const metric = this.options.metrics.find(f => f.id === id);
    if (!metric) {
      throw new NotFoundError(
        `Unknown metric '${id}'; expected ${metricIds.join(', ')}`,
      );
    }
    return metric;
  }

  async #time(): Promise<ReadingTime> {
    const closedDay = await this.options.samples.latestDay();
    return { now: this.options.clock.now(), closedDay };
  }

  async #describe(source: MetricSource, time: ReadingTime): Promise<Metric> {
    const reading = await source.read(time);
    const history = await this.#history(source, time.closedDay);
    const version = this.options.definitions.versionOf(source);
    const { verdict, notes } = reading;
    const statement = [describeReading(source, reading)];
    return {
      id: source.id,
      name: source.name,
      unit: source.unit,
      value: reading.value ?? null,
      target: source.target,
      status: verdict.status,
      ...(verdict.status === 'undecided' ? { reason: verdict.reason } : {}),
      statement: inEnglish(statement),
      ...countsOf(reading),
      coverage: reading.coverage ?? null,
      window: reading.window,
      definition: {
        version,
        text: inEnglish(source.definition),
        wording: { text: source.definition },
      },
      today: reading.today,
      sparkline: sparklineOf(history, time.closedDay),
      delta: deltaOf(reading, this.#previous(source, history, time.closedDay), {
        definitionVersion: version,
        timeZone: this.options.zone.name,
      }),
      facts: reading.facts,
      notes: notes.map(inEnglish),
      wording: { statement, notes },
      asOf: reading.asOf === undefined ? null : formatInstant(reading.asOf),
    };
  }

  async #define(metric: MetricSource): Promise<Definition> {
    const { definitions, zone, clock } = this.options;
    const from = await definitions.fromDay(metric);
    return {
      metric: metric.id,
      name: metric.name,
      unit: metric.unit,
      target: metric.target,
      text: inEnglish(metric.definition),
      wording: {
        name: [say(`scorecard.name.${metric.id}`)],
        text: metric.definition,
      },
      version: definitions.versionOf(metric),
      from: formatDay(from ?? zone.dayOf(clock.now())),
    };
  }

  async #readDay(source: MetricSource, day: Day): Promise<DayMetric> {
    const { samples, definitions } = this.options;
    const { id, name, unit } = source;
    const [sample] = await samples.headlines(id, { from: day, to: day + 1 });
    const target = await definitions.targetOf(source, sample);
    const reading = await source.readDay(day, target);
    const said = [describeReading({ id, unit, target }, reading)];
    return {
      id,
      name,
      unit,
      target,
      value: reading.value ?? null,
      status: reading.verdict.status,
      statement: inEnglish(said),
      said,
      ...countsOf(reading),
      facts: reading.facts,
    };
  }

  async #history(source: MetricSource, closedDay: Day | undefined) {
    return closedDay === undefined
      ? []
      : this.options.samples.headlines(source.id, {
          from: closedDay - SPARKLINE_DAYS + 1,
          to: closedDay + 1,
        });
  }

  #previous(
    source: MetricSource,
    history: Sample[],
    closedDay: Day | undefined,
  ): Sample | undefined {
    return closedDay === undefined
      ? undefined
      : history.find(({ day }) => day === closedDay - source.windowDays);
  }
}

function optionalDay(day: Day | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}

function countsOf({ numerator, denominator, sampleCount }: Reading) {
  return {
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(sampleCount === undefined ? {} : { sampleCount }),
  };
}

function sparklineOf(
  history: Sample[],
  closedDay: Day | undefined,
): Metric['sparkline'] {
  if (closedDay === undefined) {
    return [];
  }
  const values = new Map(history.map(({ day, value }) => [day, value]));
  return Array.from({ length: SPARKLINE_DAYS }, (_unused, index) => {
    const day = closedDay - SPARKLINE_DAYS + 1 + index;
    return { day: formatDay(day), value: values.get(day) ?? null };
  });
}
