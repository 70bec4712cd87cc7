import { Day } from '../time';

/** A group of the catalog, and the developers in it or in a group below it. */
export interface TeamReading {
  entityRef: string;
  name: string;
  /** Entity ref of the team above; undefined at the top. */
  parent: string | undefined;
  /** Person ids. */
  members: number[];
}

/** Keeps which developers were in which teams on which days. */
export interface TeamStore {
  /** Makes these the teams and their members from `day` on. */
  replaceTeams(teams: TeamReading[], day: Day): Promise<void>;

  /** How many teams the last reading had. */
  countTeams(): Promise<number>;
}
