import {
  Breakdown,
  PageLoadKind,
  Target,
} from 'backstage-plugin-adoption-metrics-common';
import {
  countOf,
  PageLoads,
  PageLoadStore,
  percentileOf,
} from '../../pageLoad';
import { HEADLINE, Measurement, SampleStore } from '../../samples';
import { Day, ReportingZone, trailingDays } from '../../time';
import { judgePercentile, judgeShare, undecided, Verdict } from '../verdict';
import { describeWindow, measurementOf } from './closedDays';
import { FigureSource, Reading, ReadingTime } from './FigureSource';

const WINDOW_DAYS = 28;
const PERCENTILE = 0.75;
const FEWEST_LOADS = 30;
const ROUTES_SHOWN = 20;

/** Page load time: the 75th percentile of initial loads in browsers. */
export class PageLoadFigure implements FigureSource {
  readonly metric = 'page-load';
  readonly name = 'Page load, 75th percentile';
  readonly unit = 'seconds';
  readonly windowDays = WINDOW_DAYS;
  readonly definition =
    "75th percentile (nearest rank) of the time from navigation to largest contentful paint, as people's browsers saw it, " +
    'over the initial page loads of signed-in people on the last 28 closed days. ' +
    'Loads in hidden tabs and loads that end on the sign-in page are left out.';

  constructor(
    private readonly options: {
      target: Target;
      zone: ReportingZone;
      loads: PageLoadStore;
      samples: SampleStore;
    },
  ) {}

  get target(): Target {
    return this.options.target;
  }

  async measure(day: Day): Promise<Measurement[]> {
    const initial = await this.#read(day, 'initial');
    const route = await this.#read(day, 'route');
    const { loads, withinTarget } = initial;
    return [
      {
        cut: HEADLINE,
        cutId: '',
        value: this.#percentile(initial),
        numerator: withinTarget,
        denominator: loads,
        n: loads,
      },
      ...[0.5, 0.95, 0.99].map(share => ({
        cut: 'percentile',
        cutId: `p${share * 100}`,
        value: inSeconds(percentileOf(initial.histogram, share)),
        n: loads,
      })),
      {
        cut: 'kind',
        cutId: 'route',
        value: inSeconds(percentileOf(route.histogram, PERCENTILE)),
        n: route.loads,
      },
    ];
  }

  async read({ now, closedDay }: ReadingTime): Promise<Reading> {
    const { zone, samples, loads } = this.options;
    const cuts =
      closedDay === undefined
        ? []
        : await samples.ofDay(this.metric, closedDay);
    const headline = measurementOf(cuts, HEADLINE);
    const today = zone.dayOf(now);
    const sinceMidnight = await loads.read(
      { from: today, to: today + 1 },
      'initial',
    );
    return {
      value: headline?.value,
      sampleCount: headline?.n ?? 0,
      coverage: undefined,
      verdict: this.#judge(headline),
      window: describeWindow(zone, {
        lastDay: closedDay,
        days: WINDOW_DAYS,
        observedDays: WINDOW_DAYS,
      }),
      today: {
        value: this.#percentile(sinceMidnight) ?? null,
        count: sinceMidnight.loads,
      },
      facts: factsOf(cuts),
      notes: [],
      asOf: closedDay === undefined ? undefined : zone.startOf(closedDay + 1),
    };
  }

  async breakdowns({ closedDay }: ReadingTime): Promise<Breakdown[]> {
    if (closedDay === undefined) {
      return [];
    }
    const days = trailingDays(closedDay, WINDOW_DAYS);
    const routes = await this.options.loads.readByRoute(days);
    const discards = await this.options.loads.readDiscards(days);
    return [
      {
        id: 'routes',
        title: '75th percentile by page, 28 days',
        unit: 'seconds',
        rows: routes.slice(0, ROUTES_SHOWN).map(({ routeId, histogram }) => ({
          id: routeId,
          label: routeId,
          value: inSeconds(percentileOf(histogram, PERCENTILE)) ?? null,
          count: countOf(histogram),
        })),
      },
      {
        id: 'discards',
        title: 'Loads that could not be measured, 28 days',
        unit: 'count',
        rows: discards.map(({ kind, reason, n }) => ({
          id: `${kind}-${reason}`,
          label: `${kind}: ${reason}`,
          value: n,
        })),
      },
    ];
  }

  #read(day: Day, kind: PageLoadKind): Promise<PageLoads> {
    return this.options.loads.read(trailingDays(day, WINDOW_DAYS), kind);
  }

  #judge(headline: Measurement | undefined): Verdict {
    const loads = headline?.n ?? 0;
    if (headline?.value === undefined || loads === 0) {
      return undecided('no-data');
    }
    if (loads < FEWEST_LOADS) {
      return undecided('too-few-samples');
    }
    return headline.numerator === undefined
      ? judgeShare(headline.value * 1000, 1000, this.target)
      : judgePercentile(headline.numerator, loads, PERCENTILE);
  }

  // The histogram knows the percentile within 1%, the counters know exactly on
  // which side of the target it is.
  #percentile({ histogram, loads, withinTarget }: PageLoads) {
    const value = inSeconds(percentileOf(histogram, PERCENTILE));
    if (value === undefined || withinTarget === undefined) {
      return value;
    }
    const met = judgePercentile(withinTarget, loads, PERCENTILE);
    return met.status === 'met'
      ? Math.min(value, this.target.value - 0.001)
      : Math.max(value, this.target.value);
  }
}

function factsOf(cuts: Measurement[]): Reading['facts'] {
  const headline = measurementOf(cuts, HEADLINE);
  const route = measurementOf(cuts, 'kind', 'route');
  const facts: Reading['facts'] = {};
  for (const id of ['p50', 'p95', 'p99'] as const) {
    facts[id] = measurementOf(cuts, 'percentile', id)?.value;
  }
  if (headline?.n && headline.numerator !== undefined) {
    facts['share-within-target'] = headline.numerator / headline.n;
  }
  facts['route-p75'] = route?.value;
  facts['route-loads'] = route?.n;
  return facts;
}

function inSeconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined
    ? undefined
    : Math.round(milliseconds) / 1000;
}
