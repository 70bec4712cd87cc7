import type {
  LoadTimes,
  PageLoadCoverage,
  PageLoadDistribution,
  PageLoadHours,
  PageLoadKind,
  PageLoadKinds,
  PageLoadMeasure,
  PageLoadRoutes,
  PageLoadSeries,
  SeriesPoint,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { closedDays } from './activity';
import { computedAt, noise, timeZone } from './days';
import { seriesFor } from './series';

const targetSeconds = 5;

function times(
  loads: number,
  [p50, p75, p95, p99]: [number, number, number, number],
  share: number,
): LoadTimes {
  return {
    loads,
    withinTarget: Math.round(loads * share),
    shareWithinTarget: Math.round(loads * share) / loads,
    p50,
    p75,
    p95,
    p99,
  };
}

export const pageLoadKinds: PageLoadKinds = {
  ...closedDays,
  targetSeconds,
  kinds: [
    {
      kind: 'initial',
      ...times(4212, [4.1, 6.84, 14.8, 27.3], 0.6149),
      methods: [
        { method: 'lcp', loads: 4_180, p75: 6.81 },
        { method: 'load-event', loads: 32, p75: 9.2 },
      ],
    },
    {
      kind: 'route',
      ...times(18_930, [0.9, 1.9, 5.6, 11.2], 0.941),
      methods: [
        { method: 'soft-lcp', loads: 12_004, p75: 1.6 },
        { method: 'quiet', loads: 6_926, p75: 2.4 },
      ],
    },
    {
      kind: 'sign-in',
      ...times(311, [1.8, 2.6, 4.9, 7.7], 0.952),
      methods: [{ method: 'lcp', loads: 311, p75: 2.6 }],
    },
  ],
};

export function pageLoadRoutesFor(kind: PageLoadKind): PageLoadRoutes {
  return {
    ...closedDays,
    targetSeconds,
    kind,
    routes: [
      { id: 'page:catalog/entity', ...times(1_630, [6.2, 11.2, 19, 31], 0.38) },
      { id: 'page:home', ...times(1_417, [2.9, 4.4, 8.1, 13.6], 0.81) },
      { id: 'page:catalog', ...times(902, [3.8, 6.3, 11.9, 20.4], 0.63) },
      { id: 'page:search', ...times(218, [1.7, 3.1, 6.6, 9.9], 0.9) },
      {
        id: 'other',
        ...times(45, [5.1, 8.8, 15, 22], 0.5),
        withinTarget: null,
        shareWithinTarget: null,
      },
    ],
  };
}

export const pageLoadCoverage: PageLoadCoverage = {
  ...closedDays,
  kinds: [
    {
      kind: 'initial',
      navigations: 4_668,
      measured: 4_212,
      coverage: 4_212 / 4_668,
      discards: [
        { reason: 'hidden', loads: 388 },
        { reason: 'sleep', loads: 41 },
        { reason: 'back-forward-cache', loads: 27 },
      ],
    },
    {
      kind: 'route',
      navigations: 20_114,
      measured: 18_930,
      coverage: 18_930 / 20_114,
      discards: [
        { reason: 'superseded', loads: 903 },
        { reason: 'unsettled', loads: 281 },
      ],
    },
    {
      kind: 'sign-in',
      navigations: 0,
      measured: 0,
      coverage: null,
      discards: [],
    },
  ],
  droppedEvents: [{ reason: 'storage-full', events: 120 }],
};

/** Log-normal around four seconds, with a second hump of slow entity pages. */
export function distributionFor(kind: PageLoadKind): PageLoadDistribution {
  const growth = 1.02;
  const hump = (seconds: number, middle: number, width: number) =>
    Math.exp(-((Math.log(seconds / middle) / width) ** 2));
  const buckets = Array.from({ length: 280 }, (_, index) => {
    const from = 0.3 * growth ** index;
    const height = 34 * hump(from, 3.4, 0.7) + 12 * hump(from, 11, 0.35);
    return { from, to: from * growth, loads: Math.round(height) };
  });
  return {
    ...closedDays,
    kind,
    targetSeconds,
    buckets: buckets.filter(({ loads }) => loads > 0),
  };
}

const shake = noise(11);

/** Three days; at night nobody loads anything. */
export function hoursFor(kind: PageLoadKind): PageLoadHours {
  const end = Date.parse('2026-11-23T09:00:00.000Z');
  const hours = Array.from({ length: 72 }, (_, index) => {
    const from = end - (72 - index) * 3_600_000;
    return {
      from: new Date(from).toISOString(),
      to: new Date(from + 3_600_000).toISOString(),
      ...hourOf(new Date(from).getUTCHours(), index),
    };
  });
  return {
    computedAt,
    timeZone,
    from: '2026-11-16',
    to: '2026-11-24',
    kind,
    hours,
  };
}

function hourOf(hour: number, index: number): LoadTimes {
  if (hour < 6 || hour > 19) {
    return {
      loads: 0,
      withinTarget: 0,
      shareWithinTarget: null,
      p50: null,
      p75: null,
      p95: null,
      p99: null,
    };
  }
  const p75 = 6.4 + shake(index) * 1.6;
  const loads = 20 + Math.round(shake(index + 100) * 12);
  return times(loads, [p75 * 0.6, p75, p75 * 2.1, p75 * 3.6], 0.61);
}

const measureReaders: Record<
  PageLoadMeasure,
  (point: SeriesPoint) => number | null
> = {
  p75: ({ value }) => value,
  p50: ({ value }) => value && value * 0.6,
  p95: ({ value }) => value && value * 2.1,
  p99: ({ value }) => value && value * 3.9,
  'share-within-target': ({ value }) => value && 4.2 / value,
  loads: ({ sampleCount }) => sampleCount,
};

export function pageLoadSeriesFor(
  parameters: QueryOf<'GET /page-load/series'>,
): PageLoadSeries {
  const { measure = 'p75', kind = 'initial' } = parameters;
  const series = seriesFor({ ...parameters, metric: 'page-load' });
  const { from, to, granularity, points } = series;
  return {
    computedAt,
    timeZone,
    from,
    to,
    measure,
    kind,
    granularity,
    points: points.map(point => ({
      ...point,
      value: measureReaders[measure](point),
    })),
  };
}
