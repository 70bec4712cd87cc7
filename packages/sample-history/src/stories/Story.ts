import { Curve } from '../calendar';
import { Outage } from '../heartbeats';
import { Page } from '../pages';
import { Trial } from '../trials';

/** How many people come on a day, by progress of the story. */
interface Visitors {
  /** Who works with the portal on most days. */
  regulars: Curve;
  /** Who comes once or twice a week, always the same. */
  occasional: Curve;
  /** Who is curious for some weeks and gives way to others. */
  curious: Curve;
}

/** A plugin of the app, and where people meet it. */
export interface InstalledPlugin {
  id: string;
  surface: 'page' | 'card';
}

/** What people open, and how long they wait for it. */
export interface Visits {
  /** The 75th percentile of initial loads by progress, in seconds. */
  initialLoads: Curve;
  /** Where a session begins; likelier the more often it is listed. */
  entries: readonly Page[];
  /** Where a session goes on; likelier the more often it is listed. */
  destinations: readonly Page[];
  /** What is installed in the app. */
  plugins: readonly InstalledPlugin[];
}

/** Developers who join after the launch, one after the other. */
export interface Newcomers {
  count: number;
  /** The progress at which the last one is there. */
  until: number;
  /** The share of them who try the portal out. */
  tries: number;
  /** The share of them who stay. */
  stays: number;
}

/** How entities come to be looked after by nobody. */
export interface Decay {
  /** How many are forgotten at the launch already. */
  atLaunch: number;
  /** The progress at which the next one is forgotten. */
  first: number;
  /** The progress between two that are forgotten. */
  step: number;
}

/** What somebody wrote about a day. */
export interface Note {
  daysBeforeEnd: number;
  text: string;
}

/** The past of a portal, as what decides it. */
export interface Story {
  /** Names the story in storage. */
  id: string;
  /** How long it takes, in calendar months since the launch. */
  months: number;
  newcomers: Newcomers;
  /** After how many calendar months somebody sets a deadline. */
  monthsUntilDeadline: number;
  visitors: Visitors;
  visits: Visits;
  /** Those of the last 30 days come back every 30 days after the end. */
  outages: readonly Outage[];
  decay: Decay;
  notes: readonly Note[];
  /** Other portals that teams try. */
  trials: readonly Trial[];
}
