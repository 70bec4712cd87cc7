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
}
