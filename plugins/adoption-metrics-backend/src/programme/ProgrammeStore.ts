import { Programme, StoredProgramme } from './Programme';

/** Who did something, and when. */
export interface Act {
  /** ms UTC. */
  at: number;
  /** An entity ref or `configuration`; undefined once forgotten. */
  by?: string;
}

/** A change of what is aimed at. */
export interface ProgrammeChange extends Act {
  act: 'set' | 'changed' | 'ended';
  before?: Programme;
  after?: Programme;
}

/** Keeps the programme and what it was before. There is one at a time. */
export interface ProgrammeStore {
  current(): Promise<StoredProgramme | undefined>;

  /** The current one or an earlier one. */
  byId(id: number): Promise<StoredProgramme | undefined>;

  /**
   * Puts a programme in the place of the current one, or ends that one.
   *
   * @param expected - id of the current one, or undefined if there is none
   * @returns false if another replica or person was faster
   */
  replace(
    expected: number | undefined,
    programme: Programme | undefined,
    act: Act,
  ): Promise<boolean>;

  /** Every change, newest first. */
  log(): Promise<ProgrammeChange[]>;

  /** Takes the name of somebody off everything they changed. */
  forgetAuthor(entityRef: string): Promise<void>;
}
