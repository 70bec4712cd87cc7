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

/** A table of spans, `from_day` to before `to_day`, none of which overlap. */
export interface PersonSpanTable {
  table: string;
  /** The columns that tell apart whose or what spans these are. */
  key: string[];
}

export const peopleSpanTables: PersonSpanTable[] = [
  { table: 'developer_spans', key: [] },
  { table: 'team_spans', key: ['team_id'] },
];
