import { ActionKind } from 'backstage-plugin-adoption-metrics-common';
import { Day, Interval } from '../time';

/**
 * A table that keeps rows about people in a column `person_id`. Each folder
 * lists its own, so that a person can be forgotten or merged everywhere.
 */
export interface PersonTable {
  table: string;
  /** The columns that make a row of one person unique. */
  key: string[];
  /** Whether a row is one day on which the person was active. */
  activeDays?: boolean;
  /** Whether rows are held for the present day only; deleted by opting out. */
  ofOpenDay?: boolean;
}

/**
 * What people did under their name, such as a note on an incident. It keeps
 * their entity ref for as long as they are not forgotten.
 */
export interface SignedActs {
  /** Where they are kept. */
  readonly signedTables: string[];
  /** @param entityRef - in full and in lower case */
  forgetAuthor(entityRef: string): Promise<void>;
}

/** What is held of the activity of one person. */
export interface PersonActivity {
  activeDays: Day[];
  pluginDays: Array<{ day: Day; pluginId: string }>;
  /** Days on which they did what is counted by itself, such as a search. */
  actionDays: Array<{ day: Day; kind: ActionKind }>;
  /** Receipts of reports; `newestAt` in ms UTC. */
  batches: { held: number; newestAt: number | undefined };
  /** Days not closed yet on which the person opened this plugin, or reports failed. */
  openDays: { opened: Day[]; failed: Day[] };
  /** First days of the four weeks whose breakdowns count the person. */
  breakdowns: Day[];
}

/** Days on which a person used another portal. */
export interface PersonPortalDays {
  id: string;
  title: string;
  days: Day[];
}

/** Reads on which days one person used which other portal. */
export interface PersonPortalReader {
  read(personId: number): Promise<PersonPortalDays[]>;
}

/** Reads what is held of the activity of one person. */
export interface PersonActivityReader {
  read(personId: number): Promise<PersonActivity>;
}

/** A portal that a person tries, since their team does. */
export interface Participation {
  candidate: string;
  team: string;
  /** Half-open, on which it is counted who uses it. */
  days: Interval;
}

/** Reads in which proofs of concept a person takes part. */
export interface ParticipationReader {
  read(personId: number): Promise<Participation[]>;
}

/** What a folder holds about people, so that it can be shown, moved and deleted. */
export interface PersonalData {
  /** Tables with rows about people, deleted by "forget" and moved by "merge". */
  tables?: PersonTable[];
  /** What people did under their names, made anonymous by "forget". */
  signedActs?: SignedActs[];
  /** What is shown to the person. */
  activity?: PersonActivityReader;
  /** What the person takes part in, which is shown to them as well. */
  participation?: ParticipationReader;
  /** What is shown to the person of other portals. */
  portals?: PersonPortalReader;
}
