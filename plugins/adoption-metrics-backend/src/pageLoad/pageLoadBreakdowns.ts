import {
  Breakdown,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { MeasurementIndex } from './MeasurementIndex';
import {
  dimensionsBehind,
  METRIC,
  pageLoadDimensions,
  pageLoadKinds,
} from './dimensions';
import { SampleStore } from '../samples';
import { Day } from '../time';

const ROUTES_SHOWN = 20;

/**
 * Load times by page, and loads that were not measured by reason, for a closed
 * day.
 */
export async function pageLoadBreakdowns(
  samples: SampleStore,
  closedDay: Day,
): Promise<Breakdown[]> {
  const measurements = await samples.ofDay(METRIC, closedDay, [
    pageLoadDimensions.routes('initial', 'p75'),
    pageLoadDimensions.routes('route', 'p75'),
    ...dimensionsBehind.coverage,
  ]);
  const dimensions = new MeasurementIndex(measurements);
  return [
    {
      id: 'routes',
      title: '75th percentile by page, 28 days',
      unit: 'seconds',
      rows: routeRows(dimensions, 'initial'),
    },
    {
      id: 'in-app-routes',
      title: '75th percentile by page for in-app navigation, 28 days',
      unit: 'seconds',
      rows: routeRows(dimensions, 'route'),
    },
    {
      id: 'discards',
      title: 'Unmeasured loads, 28 days',
      unit: 'count',
      rows: pageLoadKinds.flatMap(kind => discardRows(dimensions, kind)),
    },
  ];
}

function routeRows(dimensions: MeasurementIndex, kind: PageLoadKind) {
  return dimensions
    .of(pageLoadDimensions.routes(kind, 'p75'))
    .sort((a, b) => (b.n ?? 0) - (a.n ?? 0))
    .slice(0, ROUTES_SHOWN)
    .map(({ member, value, n }) => ({
      id: member,
      label: member,
      value: value ?? null,
      count: n,
    }));
}

function discardRows(dimensions: MeasurementIndex, kind: PageLoadKind) {
  return dimensions
    .of(pageLoadDimensions.discards(kind))
    .map(({ member: reason, value }) => ({
      id: `${kind}-${reason}`,
      label: `${kind}: ${reason}`,
      value: value ?? null,
    }));
}
