import { NotFoundError } from '@backstage/errors';
import {
  Definitions,
  Figure,
  FigureDetail,
  MetricId,
  metricIds,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Sample, SampleStore, SampleHistoryStore } from '../samples';
import { Day, formatDay, formatInstant, ReportingZone } from '../time';
import { CurrentDefinitions } from './CurrentDefinitions';
import { deltaOf } from './delta';
import { FigureSource, Reading, ReadingTime } from '../parts';
import { describeReading } from './statement';

const SPARKLINE_DAYS = 90;

/** Composes what the REST API says of the figures. */
export class ScorecardReporter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      figures: FigureSource[];
      samples: SampleStore;
      definitions: CurrentDefinitions;
      history: SampleHistoryStore;
    },
  ) {}

  async scorecard(): Promise<Scorecard> {
    const time = await this.#time();
    const figures = await Promise.all(
      this.options.figures.map(figure => this.#describe(figure, time)),
    );
    return {
      computedAt: formatInstant(time.now),
      timeZone: this.options.zone.name,
      closedThrough:
        time.closedDay === undefined ? null : formatDay(time.closedDay),
      met: figures.filter(({ status }) => status === 'met').length,
      figures,
      sampleHistory: await this.options.history.describe(),
    };
  }

  async detail(metric: MetricId): Promise<FigureDetail> {
    const time = await this.#time();
    const source = this.figure(metric);
    return {
      computedAt: formatInstant(time.now),
      timeZone: this.options.zone.name,
      figure: await this.#describe(source, time),
      breakdowns: await source.breakdowns(time),
      sampleHistory: await this.options.history.describe(),
    };
  }

  async definitions(): Promise<Definitions> {
    const { figures, definitions, zone } = this.options;
    return {
      timeZone: zone.name,
      definitions: figures.map(figure => ({
        metric: figure.metric,
        name: figure.name,
        unit: figure.unit,
        target: figure.target,
        text: figure.definition,
        version: definitions.versionOf(figure),
        from: formatDay(definitions.fromDay(figure)),
      })),
    };
  }

  /** @throws NotFoundError if there is no such figure. */
  figure(metric: string): FigureSource {
    const figure = this.options.figures.find(f => f.metric === metric);
    if (!figure) {
      throw new NotFoundError(
        `No figure '${metric}'; there are ${metricIds.join(', ')}`,
      );
    }
    return figure;
  }

  async #time(): Promise<ReadingTime> {
    const closedDay = await this.options.samples.latestDay();
    return { now: this.options.clock.now(), closedDay };
  }

  async #describe(source: FigureSource, time: ReadingTime): Promise<Figure> {
    const reading = await source.read(time);
    const history = await this.#history(source, time.closedDay);
    const version = this.options.definitions.versionOf(source);
    const { verdict } = reading;
    return {
      metric: source.metric,
      name: source.name,
      unit: source.unit,
      value: reading.value ?? null,
      target: source.target,
      status: verdict.status,
      ...(verdict.status === 'undecided' ? { reason: verdict.reason } : {}),
      statement: describeReading(source, reading),
      ...countsOf(reading),
      coverage: reading.coverage ?? null,
      window: reading.window,
      definition: { version, text: source.definition },
      today: reading.today,
      sparkline: sparklineOf(history, time.closedDay),
      delta: deltaOf(reading, this.#previous(source, history, time.closedDay), {
        definitionVersion: version,
        timeZone: this.options.zone.name,
      }),
      facts: reading.facts,
      notes: reading.notes,
      asOf: reading.asOf === undefined ? null : formatInstant(reading.asOf),
    };
  }

  async #history(source: FigureSource, closedDay: Day | undefined) {
    return closedDay === undefined
      ? []
      : this.options.samples.headlines(source.metric, {
          from: closedDay - SPARKLINE_DAYS + 1,
          to: closedDay + 1,
        });
  }

  #previous(
    source: FigureSource,
    history: Sample[],
    closedDay: Day | undefined,
  ): Sample | undefined {
    return closedDay === undefined
      ? undefined
      : history.find(({ day }) => day === closedDay - source.windowDays);
  }
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
): Figure['sparkline'] {
  if (closedDay === undefined) {
    return [];
  }
  const values = new Map(history.map(({ day, value }) => [day, value]));
  return Array.from({ length: SPARKLINE_DAYS }, (_unused, index) => {
    const day = closedDay - SPARKLINE_DAYS + 1 + index;
    return { day: formatDay(day), value: values.get(day) ?? null };
  });
}
