import {
  Breakdown,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { MeasurementIndex } from './MeasurementIndex';
import { cutsBehind, pageLoadCuts, pageLoadKinds } from './cuts';
import { SampleStore } from '../samples';
import { Day } from '../time';

const ROUTES_SHOWN = 20;

/** What stands behind the figure on a closed day. */
export async function pageLoadBreakdowns(
  samples: SampleStore,
  closedDay: Day,
): Promise<Breakdown[]> {
  const measurements = await samples.ofDay('page-load', closedDay, [
    pageLoadCuts.routes('initial', 'p75'),
    pageLoadCuts.routes('route', 'p75'),
    ...cutsBehind.coverage,
  ]);
  const cuts = new MeasurementIndex(measurements);
  return [
    {
      id: 'routes',
      title: '75th percentile by page, 28 days',
      unit: 'seconds',
      rows: routeRows(cuts, 'initial'),
    },
    {
      id: 'in-app-routes',
      title: '75th percentile by page when reached within the app, 28 days',
      unit: 'seconds',
      rows: routeRows(cuts, 'route'),
    },
    {
      id: 'discards',
      title: 'Loads that could not be measured, 28 days',
      unit: 'count',
      rows: pageLoadKinds.flatMap(kind => discardRows(cuts, kind)),
    },
  ];
}

function routeRows(cuts: MeasurementIndex, kind: PageLoadKind) {
  return cuts
    .of(pageLoadCuts.routes(kind, 'p75'))
    .sort((a, b) => (b.n ?? 0) - (a.n ?? 0))
    .slice(0, ROUTES_SHOWN)
    .map(({ cutId, value, n }) => ({
      id: cutId,
      label: cutId,
      value: value ?? null,
      count: n,
    }));
}

function discardRows(cuts: MeasurementIndex, kind: PageLoadKind) {
  return cuts
    .of(pageLoadCuts.discards(kind))
    .map(({ cutId: reason, value }) => ({
      id: `${kind}-${reason}`,
      label: `${kind}: ${reason}`,
      value: value ?? null,
    }));
}
