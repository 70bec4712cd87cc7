import {
  PageLoadKind,
  PageLoadMethod,
} from 'backstage-plugin-adoption-metrics-common';
import { Interval } from '../time';
import { PageLoads } from './PageLoads';

/** Loads of one page under one kind, whose ends were found in one way. */
export interface LoadsPart extends PageLoads {
  kind: PageLoadKind;
  method: PageLoadMethod;
  routeId: string;
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

  /** Loads of every kind, apart by everything that distinguishes them. */
  readParts(days: Interval): Promise<LoadsPart[]>;

  /** How many loads were measured: of one page, or of all. */
  countLoads(days: Interval, routeId?: string): Promise<number>;

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
