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
import { pageLoadCuts, pageLoadKinds } from './cuts';
import { boundsOf } from './histogram';
import { MeasurementIndex } from './MeasurementIndex';
import { inSeconds, Percentile, shareOf } from './PageLoads';

/** What was measured of some days. */
export interface Measured {
  index: MeasurementIndex;
  /** The target of today; the one at the time may have been another. */
  targetSeconds: number;
}

export function kindsOf(measured: Measured): PageLoadKinds['kinds'] {
  return pageLoadKinds.map(kind => ({
    kind,
    ...loadTimesOf(measured, { cutOf: pageLoadCuts.measure, cutId: kind }),
    methods: measured.index
      .of(pageLoadCuts.methods(kind))
      .map(({ cutId, n, value }) => ({
        method: cutId as PageLoadMethod,
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
  const cutOf = (name: Percentile) => pageLoadCuts.routes(kind, name);
  return measured.index
    .of(cutOf('p75'))
    .sort(byCountAndId)
    .slice(0, limit)
    .map(({ cutId }) => ({
      id: cutId,
      ...loadTimesOf(measured, { cutOf, cutId }),
    }));
}

export function coverageOf({
  index,
}: Measured): Pick<PageLoadCoverage, 'kinds' | 'droppedEvents'> {
  return {
    kinds: pageLoadKinds.map(kind => {
      const coverage = index.get(pageLoadCuts.coverage, kind);
      return {
        kind,
        navigations: coverage?.denominator ?? 0,
        measured: coverage?.numerator ?? 0,
        coverage: coverage?.value ?? null,
        discards: index
          .of(pageLoadCuts.discards(kind))
          .sort(byCountAndId)
          .map(({ cutId, n }) => ({ reason: cutId, loads: n ?? 0 })),
      };
    }),
    droppedEvents: index
      .of(pageLoadCuts.droppedEvents)
      .sort(byCountAndId)
      .map(({ cutId, n }) => ({ reason: cutId, events: n ?? 0 })),
  };
}

export function bucketsOf(
  { index }: Measured,
  kind: PageLoadKind,
): PageLoadDistribution['buckets'] {
  return index
    .of(pageLoadCuts.buckets(kind))
    .map(({ cutId, n }) => ({ bucket: Number(cutId), loads: n ?? 0 }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ bucket, loads }) => {
      const { from, to } = boundsOf(bucket);
      return { from: inSeconds(from)!, to: inSeconds(to)!, loads };
    });
}

function loadTimesOf(
  { index, targetSeconds }: Measured,
  { cutOf, cutId }: { cutOf(name: Percentile): string; cutId: string },
): LoadTimes {
  const at = (name: Percentile) => index.get(cutOf(name), cutId)?.value ?? null;
  const { n: loads = 0, numerator } = index.get(cutOf('p75'), cutId) ?? {};
  const target = index.get(pageLoadCuts.target, '')?.value;
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
  return (b.n ?? 0) - (a.n ?? 0) || (a.cutId < b.cutId ? -1 : 1);
}
