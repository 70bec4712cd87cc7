import {
  PageLoadCoverage,
  PageLoadDistribution,
  PageLoadHours,
  PageLoadKind,
  PageLoadKinds,
  PageLoadMeasure,
  PageLoadRoutes,
  PageLoadSeries,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { assertSize } from '../http';
import {
  describeDays,
  Measurement,
  pointsOf,
  SampleStore,
  SeriesRequest,
} from '../samples';
import { Day, formatInstant, Interval, ReportingZone } from '../time';
import { bucketsOf, coverageOf, kindsOf, Measured, routesOf } from './answers';
import {
  dimensionsBehind,
  FEWEST_LOADS,
  METRIC,
  pageLoadDimensions,
  WINDOW_DAYS,
} from './dimensions';
import { MeasurementIndex } from './MeasurementIndex';
import { measurementsOf, readWindow } from './measurements';
import { loadTimesOf } from './PageLoads';
import { PageLoadStore } from './PageLoadStore';

/** The maximum number of counters read for one response. */
const MOST_COUNTERS = 50_000;

/** Hours with fewer loads on all pages are not shown, for privacy. */
const FEWEST_LOADS_AN_HOUR = 5;

/** Reports how long pages take to load. */
export class PageLoadReporter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      store: PageLoadStore;
      samples: SampleStore;
      /** Faster loads are within target, in ms. */
      targetMs: number;
    },
  ) {}

  /** The day after the newest closed one; today if none is closed. */
  async endOfClosedDays(): Promise<Day> {
    const { clock, zone, samples } = this.options;
    const closed = await samples.latestDay(METRIC);
    return closed === undefined ? zone.dayOf(clock.now()) : closed + 1;
  }

  async kinds(days: Interval): Promise<PageLoadKinds> {
    const measured = await this.#measure(days, dimensionsBehind.kinds);
    const { targetSeconds } = measured;
    return {
      ...describeDays(this.options, days),
      targetSeconds,
      kinds: kindsOf(measured),
    };
  }

  async routes(
    days: Interval,
    { kind, limit }: { kind: PageLoadKind; limit: number },
  ): Promise<PageLoadRoutes> {
    const measured = await this.#measure(days, dimensionsBehind.routes(kind));
    return {
      ...describeDays(this.options, days),
      targetSeconds: measured.targetSeconds,
      kind,
      routes: routesOf(measured, { kind, limit }),
    };
  }

  async coverage(days: Interval): Promise<PageLoadCoverage> {
    const measured = await this.#measure(days, dimensionsBehind.coverage);
    return { ...describeDays(this.options, days), ...coverageOf(measured) };
  }

  async distribution(
    days: Interval,
    kind: PageLoadKind,
  ): Promise<PageLoadDistribution> {
    const measured = await this.#measure(
      days,
      dimensionsBehind.distribution(kind),
    );
    return {
      ...describeDays(this.options, days),
      kind,
      targetSeconds: measured.targetSeconds,
      buckets: bucketsOf(measured, kind),
    };
  }

  /**
   * Hourly load times, of one page or of all. Leaves out hours in which there
   * may have been a single person.
   */
  async hours(
    days: Interval,
    { kind, routeId }: { kind: PageLoadKind; routeId?: string },
  ): Promise<PageLoadHours> {
    const { zone, store, targetMs } = this.options;
    const during = { from: zone.startOf(days.from), to: zone.startOf(days.to) };
    const { rows, parts } = await store.countHours(during, kind, routeId);
    const length = days.to - days.from;
    assertSize(
      { length, unit: 'days', rows, series: 'counters' },
      MOST_COUNTERS,
    );
    const hours = await store.readHours(parts, kind, routeId);
    const fewest = routeId === undefined ? FEWEST_LOADS_AN_HOUR : FEWEST_LOADS;
    return {
      ...describeDays(this.options, days),
      kind,
      hours: hours
        .filter(({ loads }) => loads >= fewest)
        .map(({ hourAt, ...loads }) => ({
          from: formatInstant(hourAt),
          to: formatInstant(zone.hourOf(hourAt).to),
          ...loadTimesOf(loads, targetMs),
        })),
    };
  }

  async series(
    { days, granularity }: SeriesRequest,
    { measure, kind }: { measure: PageLoadMeasure; kind: PageLoadKind },
  ): Promise<PageLoadSeries> {
    const samples = await this.options.samples.history({
      metric: METRIC,
      dimension: pageLoadDimensions.measure(measure),
      members: [kind],
      days,
    });
    return {
      ...describeDays(this.options, days),
      measure,
      kind,
      granularity,
      points: pointsOf(samples, { days, granularity }),
    };
  }

  // The window of the newest closed day was sampled when that day was closed.
  // Any other range is computed from the counters.
  async #measure(days: Interval, dimensions: string[]): Promise<Measured> {
    const { samples, targetMs } = this.options;
    const sampled =
      days.to - days.from === WINDOW_DAYS
        ? await samples.ofDay(METRIC, days.to - 1, [
            pageLoadDimensions.target,
            ...dimensions,
          ])
        : [];
    const complete = sampled.some(
      ({ dimension }) => dimension === pageLoadDimensions.target,
    );
    const measurements = complete ? sampled : await this.#addUp(days);
    return {
      index: new MeasurementIndex(measurements),
      targetSeconds: targetMs / 1_000,
    };
  }

  async #addUp(days: Interval): Promise<Measurement[]> {
    const { store, targetMs } = this.options;
    const { rows } = await store.countDays(days);
    const length = days.to - days.from;
    assertSize(
      { length, unit: 'days', rows, series: 'counters' },
      MOST_COUNTERS,
    );
    return measurementsOf(await readWindow(store, days), targetMs);
  }
}
