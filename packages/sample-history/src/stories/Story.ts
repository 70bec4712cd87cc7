import { Curve } from '../calendar';
import { Outage } from '../heartbeats';
import { Page } from '../pages';
import { Trial } from '../trials';

/** The number of visitors per day, by progress of the story. */
interface Visitors {
  /** People who use the portal on most days. */
  regulars: Curve;
  /** People who come once or twice a week, always the same ones. */
  occasional: Curve;
  /** People who are curious for some weeks, and are then replaced by others. */
  curious: Curve;
}

/** An installed plugin, and where people see it. */
export interface InstalledPlugin {
  id: string;
  surface: 'page' | 'card';
}

/** Which pages people open, and how long they load. */
export interface Visits {
  /** The 75th percentile of initial loads by progress, in seconds. */
  initialLoads: Curve;
  /** Where sessions begin. Repeated pages are more likely. */
  entries: readonly Page[];
  /** Where sessions continue. Repeated pages are more likely. */
  destinations: readonly Page[];
  /** The plugins installed in the app. */
  plugins: readonly InstalledPlugin[];
}

/** Developers who join one by one after the launch. */
export interface Newcomers {
  count: number;
  /** The progress at which the last one has joined. */
  until: number;
  /** The share who try the portal. */
  tries: number;
  /** The share of these who stay. */
  stays: number;
}

/** How entities are abandoned. */
export interface Decay {
  /** How many are abandoned at the launch. */
  atLaunch: number;
  /** The progress at which the next one is abandoned. */
  first: number;
  /** The progress between two abandoned entities. */
  step: number;
}

/** A note on a day. */
export interface Note {
  daysBeforeEnd: number;
  text: string;
}

/** Everything that determines the history of a portal. */
export interface Story {
  /** Identifies the story in storage. */
  id: string;
  /** The length in calendar months since the launch. */
  months: number;
  newcomers: Newcomers;
  /** The number of calendar months until a deadline is set. */
  monthsUntilDeadline: number;
  visitors: Visitors;
  visits: Visits;
  /** After the end, outages of the last 30 days recur every 30 days. */
  outages: readonly Outage[];
  decay: Decay;
  notes: readonly Note[];
  /** Trials of other portals. */
  trials: readonly Trial[];
}
