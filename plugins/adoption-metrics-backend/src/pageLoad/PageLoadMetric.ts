import {
  Breakdown,
  PageLoadKind,
  say,
  Target,
} from 'backstage-plugin-adoption-metrics-common';
import { MeasurementIndex } from './MeasurementIndex';
import { PageLoadStore } from './PageLoadStore';
import {
  Percentile,
  percentileNames,
  percentiles,
  secondsAt,
  shareOf,
} from './PageLoads';
import {
  FEWEST_LOADS,
  METRIC,
  pageLoadDimensions,
  pageLoadKinds,
  WINDOW_DAYS,
} from './dimensions';
import { loadsOfKind, measurementsOf, readWindow } from './measurements';
import {
  HEADLINE,
  HourlyStore,
  inSteps,
  Measurement,
  SampleStore,
  judgePercentile,
  judgeShare,
  undecided,
  Verdict,
  describeWindow,
} from '../samples';
import { Day, formatInstant, ReportingZone, trailingDays } from '../time';
import { MetricSource, Reading, ReadingTime, Today } from '../parts';
import { pageLoadBreakdowns } from './pageLoadBreakdowns';
import { pageLoadNotes } from './pageLoadNotes';

const metricDimensions = [
  HEADLINE,
  pageLoadDimensions.target,
  pageLoadDimensions.coverage,
  pageLoadDimensions.droppedEvents,
  ...percentileNames.map(pageLoadDimensions.measure),
  ...pageLoadKinds.map(pageLoadDimensions.methods),
  ...pageLoadKinds.map(pageLoadDimensions.discards),
];

/** Page load time: the 75th percentile of initial loads in browsers. */
export class PageLoadMetric implements MetricSource {
  readonly id = METRIC;
  readonly name = 'Page load, 75th percentile';
  readonly unit = 'seconds';
  readonly windowDays = WINDOW_DAYS;
  readonly definition = [
    say('definitions.page-load'),
    say('definitions.page-load.left-out'),
    say('definitions.page-load.accuracy'),
    say('definitions.page-load.coverage'),
  ];

  constructor(
    private readonly options: {
      target: Target;
      zone: ReportingZone;
      loads: PageLoadStore;
      samples: SampleStore;
      hourly: Pick<HourlyStore, 'getOrRead'>;
      /**
       * The first day for which all data is available; undefined if nothing was
       * removed.
       */
      heldFrom(): Promise<Day | undefined>;
    },
  ) {}

  get target(): Target {
    return this.options.target;
  }

  async canMeasure(day: Day): Promise<boolean> {
    const heldFrom = await this.options.heldFrom();
    const { from } = trailingDays(day, WINDOW_DAYS);
    return heldFrom === undefined || from >= heldFrom;
  }

  async measure(day: Day): Promise<Measurement[]> {
    const days = trailingDays(day, WINDOW_DAYS);
    const window = await readWindow(this.options.loads, days);
    const measurements = await measurementsOf(window, this.#targetMs);
    const initial = loadsOfKind(window, 'initial');
    const headline = {
      dimension: HEADLINE,
      member: '',
      value: secondsAt(initial, percentiles.p75, this.#targetMs),
      numerator: initial.withinTarget,
      denominator: initial.loads,
      n: initial.loads,
      coverage: new MeasurementIndex(measurements).get(
        pageLoadDimensions.coverage,
        'initial',
      )?.value,
    };
    return [headline, ...measurements];
  }

  async read({ now, closedDay }: ReadingTime): Promise<Reading> {
    const { hourly } = this.options;
    return {
      ...(await this.#readClosed(closedDay, this.target)),
      today: await hourly.getOrRead(`today:${this.id}`, now, hourAt =>
        this.#today(hourAt),
      ),
    };
  }

  readDay(day: Day, target: Target): Promise<Reading> {
    return this.#readClosed(day, target);
  }

  async breakdowns({ closedDay }: ReadingTime): Promise<Breakdown[]> {
    return closedDay === undefined
      ? []
      : pageLoadBreakdowns(this.options.samples, closedDay);
  }

  async #readClosed(day: Day | undefined, target: Target): Promise<Reading> {
    const { zone, samples } = this.options;
    const dimensions = new MeasurementIndex(
      day === undefined
        ? []
        : await samples.ofDay(this.id, day, metricDimensions),
    );
    const headline = comparable(dimensions, target);
    return {
      value: headline?.value,
      sampleCount: headline?.n ?? 0,
      coverage: headline?.coverage,
      verdict: judge(headline, target),
      window: describeWindow(zone, {
        lastDay: day,
        days: WINDOW_DAYS,
        observedDays: WINDOW_DAYS,
      }),
      today: null,
      facts: factsOf(dimensions, headline),
      notes: pageLoadNotes(dimensions),
      asOf: day === undefined ? undefined : zone.startOf(day + 1),
    };
  }

  get #targetMs(): number {
    return Math.round(this.target.value * 1_000);
  }

  async #today(hourAt: number): Promise<Today> {
    const today = this.options.zone.dayOf(hourAt);
    const loads = await this.options.loads.read(
      { from: today, to: today + 1 },
      'initial',
    );
    const p75 = secondsAt(loads, percentiles.p75, this.#targetMs) ?? null;
    return {
      value: loads.loads < FEWEST_LOADS ? null : p75,
      count: inSteps(loads.loads),
      at: formatInstant(hourAt),
    };
  }
}

// Loads that were judged by an earlier target cannot be compared with this one.
function comparable(
  dimensions: MeasurementIndex,
  target: Target,
): Measurement | undefined {
  const headline = dimensions.get(HEADLINE, '');
  const counted = dimensions.get(pageLoadDimensions.target, '')?.value;
  return headline && counted !== target.value
    ? { ...headline, numerator: undefined }
    : headline;
}

function judge(headline: Measurement | undefined, target: Target): Verdict {
  const loads = headline?.n ?? 0;
  if (headline?.value === undefined || loads === 0) {
    return undecided('no-data');
  }
  if (loads < FEWEST_LOADS) {
    return undecided('too-few-samples');
  }
  return headline.numerator === undefined
    ? judgeShare(headline.value * 1000, 1000, target)
    : judgePercentile(headline.numerator, loads, percentiles.p75);
}

function factsOf(
  dimensions: MeasurementIndex,
  headline: Measurement | undefined,
): Reading['facts'] {
  const of = (name: Percentile, kind: PageLoadKind) =>
    dimensions.get(pageLoadDimensions.measure(name), kind);
  return {
    p50: of('p50', 'initial')?.value,
    p95: of('p95', 'initial')?.value,
    p99: of('p99', 'initial')?.value,
    'share-within-target': shareOf(headline?.numerator, headline?.n ?? 0),
    'route-p75': of('p75', 'route')?.value,
    'route-loads': of('p75', 'route')?.n,
  };
}
