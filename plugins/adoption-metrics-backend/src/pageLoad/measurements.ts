import { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { breathe } from '../database';
import { Measurement } from '../samples';
import { Interval } from '../time';
import { pageLoadDimensions, pageLoadKinds } from './dimensions';
import {
  mergeLoads,
  PageLoads,
  Percentile,
  percentileNames,
  percentiles,
  secondsAt,
  shareOf,
} from './PageLoads';
import { LoadsPart, PageLoadStore } from './PageLoadStore';

/** The number of pages per kind whose load times are sampled. */
const MOST_ROUTES = 50;

/** All data about a range of days. */
interface PageLoadWindow {
  parts: LoadsPart[];
  navigations: Awaited<ReturnType<PageLoadStore['readNavigations']>>;
  discards: Awaited<ReturnType<PageLoadStore['readDiscards']>>;
  dropped: Awaited<ReturnType<PageLoadStore['readDroppedEvents']>>;
}

export async function readWindow(
  store: PageLoadStore,
  days: Interval,
): Promise<PageLoadWindow> {
  return {
    parts: await store.readParts(days),
    navigations: await store.readNavigations(days),
    discards: await store.readDiscards(days),
    dropped: await store.readDroppedEvents(days),
  };
}

/** The loads of one kind, on all pages. */
export function loadsOfKind(
  { parts }: PageLoadWindow,
  kind: PageLoadKind,
): PageLoads {
  return mergeLoads(parts.filter(part => part.kind === kind));
}

/** Takes all samples of a window, see {@link pageLoadDimensions}. */
export async function measurementsOf(
  window: PageLoadWindow,
  targetMs: number,
): Promise<Measurement[]> {
  const byKind: Measurement[][] = [];
  for (const kind of pageLoadKinds) {
    byKind.push(ofKind(window, kind, targetMs));
    await breathe();
  }
  return [
    {
      dimension: pageLoadDimensions.target,
      member: '',
      value: targetMs / 1_000,
    },
    ...byKind.flat(),
    ...window.discards.map(({ kind, reason, n }) =>
      counted(pageLoadDimensions.discards(kind), reason, n),
    ),
    ...window.dropped.map(({ reason, n }) =>
      counted(pageLoadDimensions.droppedEvents, reason, n),
    ),
  ];
}

function ofKind(
  window: PageLoadWindow,
  kind: PageLoadKind,
  targetMs: number,
): Measurement[] {
  const loads = loadsOfKind(window, kind);
  const navigations = window.navigations.find(row => row.kind === kind)?.n ?? 0;
  const parts = window.parts.filter(part => part.kind === kind);
  return [
    ...measuresOf(loads, kind, targetMs),
    coverageOf(kind, { measured: loads.loads, navigations }),
    ...methodsOf(parts, kind, targetMs),
    ...routesOf(parts, kind, targetMs),
    ...[...loads.histogram].map(([bucket, n]) =>
      counted(pageLoadDimensions.buckets(kind), String(bucket), n),
    ),
  ];
}

function measuresOf(
  loads: PageLoads,
  kind: PageLoadKind,
  targetMs: number,
): Measurement[] {
  const { measure } = pageLoadDimensions;
  const common = { member: kind, n: loads.loads };
  return [
    ...percentilesOf(loads, { dimensionOf: measure, member: kind, targetMs }),
    {
      ...common,
      dimension: measure('share-within-target'),
      value: shareOf(loads.withinTarget, loads.loads),
      numerator: loads.withinTarget,
      denominator: loads.loads,
    },
    { ...common, dimension: measure('loads'), value: loads.loads },
  ];
}

function percentilesOf(
  loads: PageLoads,
  target: {
    dimensionOf(name: Percentile): string;
    member: string;
    targetMs: number;
  },
): Measurement[] {
  return percentileNames.map(name => ({
    dimension: target.dimensionOf(name),
    member: target.member,
    value: secondsAt(loads, percentiles[name], target.targetMs),
    numerator: loads.withinTarget,
    denominator: loads.loads,
    n: loads.loads,
  }));
}

function methodsOf(
  parts: LoadsPart[],
  kind: PageLoadKind,
  targetMs: number,
): Measurement[] {
  return [...mergeBy(parts, part => part.method)].map(([method, loads]) => ({
    dimension: pageLoadDimensions.methods(kind),
    member: method,
    value: secondsAt(loads, percentiles.p75, targetMs),
    n: loads.loads,
  }));
}

function routesOf(
  parts: LoadsPart[],
  kind: PageLoadKind,
  targetMs: number,
): Measurement[] {
  const dimensionOf = (name: Percentile) =>
    pageLoadDimensions.routes(kind, name);
  return [...mergeBy(parts, part => part.routeId)]
    .sort(byLoadsAndRoute)
    .slice(0, MOST_ROUTES)
    .flatMap(([member, loads]) =>
      percentilesOf(loads, { dimensionOf, member, targetMs }),
    );
}

function mergeBy(
  parts: LoadsPart[],
  nameOf: (part: LoadsPart) => string,
): Map<string, PageLoads> {
  const groups = Map.groupBy(parts, nameOf);
  return new Map([...groups].map(([name, group]) => [name, mergeLoads(group)]));
}

function byLoadsAndRoute(
  [routeA, a]: [string, PageLoads],
  [routeB, b]: [string, PageLoads],
): number {
  return b.loads - a.loads || (routeA < routeB ? -1 : 1);
}

// More loads than navigations means that some browsers do not report
// navigations yet, so the share is unknown.
function coverageOf(
  kind: PageLoadKind,
  counts: { measured: number; navigations: number },
): Measurement {
  const { measured, navigations } = counts;
  const known = navigations > 0 && measured <= navigations;
  return {
    dimension: pageLoadDimensions.coverage,
    member: kind,
    value: known ? measured / navigations : undefined,
    numerator: measured,
    denominator: navigations,
    n: navigations,
  };
}

function counted(dimension: string, member: string, n: number): Measurement {
  return { dimension, member, value: n, n };
}
