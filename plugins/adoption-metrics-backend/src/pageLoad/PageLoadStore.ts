import { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { Interval } from '../time';
import { Histogram } from './histogram';

/** The page loads of some days, added up. */
export interface PageLoads {
  loads: number;
  /** Loads below the target; undefined if the target changed meanwhile. */
  withinTarget: number | undefined;
  histogram: Histogram;
}

/** Reads measured page loads. */
export interface PageLoadStore {
  read(days: Interval, kind: PageLoadKind): Promise<PageLoads>;

  /** Loads of every kind, by route, most first. */
  readByRoute(
    days: Interval,
  ): Promise<Array<{ routeId: string; histogram: Histogram }>>;

  /** Loads that could not be measured. */
  readDiscards(
    days: Interval,
  ): Promise<Array<{ kind: string; reason: string; n: number }>>;
}
