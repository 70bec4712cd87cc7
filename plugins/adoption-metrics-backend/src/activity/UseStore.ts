import { Interval } from '../time';
import { Population } from './population';

/** A group of the catalog. */
export interface Team {
  id: number;
  entityRef: string;
  name: string;
  parentId: number | undefined;
}

/** How many of the people of a team were active. */
export interface TeamCount {
  teamId: number;
  developers: number;
  active: number;
}

export interface PluginCount {
  pluginId: string;
  n: number;
}

export interface TeamPluginCount {
  teamId: number;
  pluginId: string;
  people: number;
}

/** Reads who used what, by team and by plugin. */
export interface UseStore {
  /** Every team that was ever seen. */
  teams(): Promise<Team[]>;

  /** Teams with at least one member on the day of the population. */
  countByTeam(days: Interval, population: Population): Promise<TeamCount[]>;

  /** Distinct people, without the excluded and those who opted out. */
  countByPlugin(days: Interval): Promise<PluginCount[]>;

  /** Deliberate interactions. */
  countActions(days: Interval): Promise<PluginCount[]>;

  /**
   * Distinct people of teams without teams below them.
   *
   * @param least - fewest people of whom a row may speak
   */
  countByTeamAndPlugin(
    days: Interval,
    population: Population,
    least: number,
  ): Promise<TeamPluginCount[]>;
}
