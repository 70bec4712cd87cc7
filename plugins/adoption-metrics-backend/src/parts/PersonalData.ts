import { ActionKind } from 'backstage-plugin-adoption-metrics-common';
import { Day, Interval } from '../time';

/**
 * A table with data about people, identified by a column `person_id`. Every
 * folder lists its own tables, so that people can be deleted or merged
 * everywhere.
 */
export interface PersonTable {
  table: string;
  /** The columns that identify a row, besides the person. */
  key: string[];
  /** Whether each row is a day on which the person was active. */
  activeDays?: boolean;
  /** Whether rows only exist for the current day. Opting out deletes them. */
  ofOpenDay?: boolean;
}

/**
 * Things that people did under their name, such as notes on incidents. Their
 * entity ref is kept until they are forgotten.
 */
export interface SignedActs {
  /** The tables that contain them. */
  readonly signedTables: string[];
  /**
   * @param entityRef - full ref in lower case
   */
  forgetAuthor(entityRef: string): Promise<void>;
}

/** Data about the activity of one person. */
export interface PersonActivity {
  activeDays: Day[];
  pluginDays: Array<{ day: Day; pluginId: string }>;
  /** Days with specific actions, such as searches. */
  actionDays: Array<{ day: Day; kind: ActionKind }>;
  /** Batches of events that were received; `newestAt` in ms UTC. */
  batches: { held: number; newestAt: number | undefined };
  /**
   * Days not closed yet on which the person opened this plugin, or could not
   * report.
   */
  openDays: { opened: Day[]; failed: Day[] };
  /**
   * First days of the four-week periods whose breakdowns include the person.
   */
  breakdowns: Day[];
}

/** Days on which a person used another portal. */
export interface PersonPortalDays {
  id: string;
  title: string;
  days: Day[];
}

/** Reads when a person used other portals. */
export interface PersonPortalReader {
  read(personId: number): Promise<PersonPortalDays[]>;
}

/** Reads data about the activity of one person. */
export interface PersonActivityReader {
  read(personId: number): Promise<PersonActivity>;
}

/** A portal that a person's team is trying out. */
export interface Participation {
  candidate: string;
  team: string;
  /** Half-open range of days on which usage is counted. */
  days: Interval;
}

/** Reads which proofs of concept a person takes part in. */
export interface ParticipationReader {
  read(personId: number): Promise<Participation[]>;
}

/**
 * A folder's data about people, so that it can be shown, moved, and deleted.
 */
export interface PersonalData {
  /** Tables with data about people. "Forget" deletes it, "merge" moves it. */
  tables?: PersonTable[];
  /** Signed acts, which "forget" makes anonymous. */
  signedActs?: SignedActs[];
  /** Activity that is shown to the person. */
  activity?: PersonActivityReader;
  /** Proofs of concept that are shown to the person. */
  participation?: ParticipationReader;
  /** Use of other portals that is shown to the person. */
  portals?: PersonPortalReader;
}
