import {
  LoadTimes,
  PageLoadCoverage,
  PageLoadDistribution,
  PageLoadKind,
  PageLoadKinds,
  PageLoadMethod,
  PageLoadRoutes,
} from 'backstage-plugin-adoption-metrics-common';
import { PageLoadMethodSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Measurement } from '../samples';
import { pageLoadDimensions, pageLoadKinds } from './dimensions';
import { boundsOf } from './histogram';
import { MeasurementIndex } from './MeasurementIndex';
import { inSeconds, Percentile, shareOf } from './PageLoads';

/** Measurements of a range of days. */
export interface Measured {
  index: MeasurementIndex;
  /** Today's target, which may differ from the one at the time. */
  targetSeconds: number;
}

export function kindsOf(measured: Measured): PageLoadKinds['kinds'] {
  return pageLoadKinds.map(kind => ({
    kind,
    ...loadTimesOf(measured, {
      dimensionOf: pageLoadDimensions.measure,
      member: kind,
    }),
    methods: measured.index
      .of(pageLoadDimensions.methods(kind))
      .map(({ member, n, value }) => ({
        method: member as PageLoadMethod,
        loads: n ?? 0,
        p75: value ?? null,
      }))
      .sort((a, b) => positionOf(a.method) - positionOf(b.method)),
  }));
}

/** The pages with the most loads. */
export function routesOf(
  measured: Measured,
  { kind, limit }: { kind: PageLoadKind; limit: number },
): PageLoadRoutes['routes'] {
  const dimensionOf = (name: Percentile) =>
    pageLoadDimensions.routes(kind, name);
  return measured.index
    .of(dimensionOf('p75'))
    .sort(byCountAndId)
    .slice(0, limit)
    .map(({ member }) => ({
      id: member,
      ...loadTimesOf(measured, { dimensionOf, member }),
    }));
}

export function coverageOf({
  index,
}: Measured): Pick<PageLoadCoverage, 'kinds' | 'droppedEvents'> {
  return {
    kinds: pageLoadKinds.map(kind => {
      const coverage = index.get(pageLoadDimensions.coverage, kind);
      return {
        kind,
        navigations: coverage?.denominator ?? 0,
        measured: coverage?.numerator ?? 0,
        coverage: coverage?.value ?? null,
        discards: index
          .of(pageLoadDimensions.discards(kind))
          .sort(byCountAndId)
          .map(({ member, n }) => ({ reason: member, loads: n ?? 0 })),
      };
    }),
    droppedEvents: index
      .of(pageLoadDimensions.droppedEvents)
      .sort(byCountAndId)
      .map(({ member, n }) => ({ reason: member, events: n ?? 0 })),
  };
}

export function bucketsOf(
  { index }: Measured,
  kind: PageLoadKind,
): PageLoadDistribution['buckets'] {
  return index
    .of(pageLoadDimensions.buckets(kind))
    .map(({ member, n }) => ({ bucket: Number(member), loads: n ?? 0 }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ bucket, loads }) => {
      const { from, to } = boundsOf(bucket);
      return { from: inSeconds(from)!, to: inSeconds(to)!, loads };
    });
}

function loadTimesOf(
  { index, targetSeconds }: Measured,
  {
    dimensionOf,
    member,
  }: { dimensionOf(name: Percentile): string; member: string },
): LoadTimes {
  const at = (name: Percentile) =>
    index.get(dimensionOf(name), member)?.value ?? null;
  const { n: loads = 0, numerator } =
    index.get(dimensionOf('p75'), member) ?? {};
  const target = index.get(pageLoadDimensions.target, '')?.value;
  const within = target === targetSeconds ? numerator : undefined;
  return {
    loads,
    withinTarget: within ?? null,
    shareWithinTarget: shareOf(within, loads) ?? null,
    p50: at('p50'),
    p75: at('p75'),
    p95: at('p95'),
    p99: at('p99'),
  };
}

function positionOf(method: PageLoadMethod): number {
  return PageLoadMethodSchema.options.indexOf(method);
}

function byCountAndId(a: Measurement, b: Measurement): number {
  return (b.n ?? 0) - (a.n ?? 0) || (a.member < b.member ? -1 : 1);
}
