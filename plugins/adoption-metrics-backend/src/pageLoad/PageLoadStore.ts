import {
  PageLoadKind,
  PageLoadMethod,
} from 'backstage-plugin-adoption-metrics-common';
import { Interval } from '../time';
import { Histogram } from './histogram';
import { PageLoads } from './PageLoads';

/** The loads of one page, under one kind. */
export interface RouteLoads extends PageLoads {
  kind: PageLoadKind;
  routeId: string;
}

/** Loads whose end was found in one way. */
export interface MethodLoads {
  kind: PageLoadKind;
  method: PageLoadMethod;
  histogram: Histogram;
}

/** The loads that ended within one hour. */
export interface HourLoads extends PageLoads {
  /** Its start, in ms UTC. */
  hourAt: number;
}

/** Reads measured page loads, and how many could not be measured. */
export interface PageLoadStore {
  /** Loads of one kind added up. */
  read(days: Interval, kind: PageLoadKind): Promise<PageLoads>;

  /** Loads by kind and page, most first. */
  readByRoute(days: Interval): Promise<RouteLoads[]>;

  readByMethod(days: Interval): Promise<MethodLoads[]>;

  /** The hours still held, oldest first: of one page, or of all. */
  readHours(kind: PageLoadKind, routeId?: string): Promise<HourLoads[]>;

  /** Navigations whose load ought to be measured. */
  readNavigations(
    days: Interval,
  ): Promise<Array<{ kind: PageLoadKind; n: number }>>;

  /** Loads that could not be measured. */
  readDiscards(
    days: Interval,
  ): Promise<Array<{ kind: PageLoadKind; reason: string; n: number }>>;

  /** Events of any type that browsers had to give up. */
  readDroppedEvents(
    days: Interval,
  ): Promise<Array<{ reason: string; n: number }>>;
}
