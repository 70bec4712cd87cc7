/** A table of spans, `from_day` to before `to_day`, none of which overlap. */
export interface PersonSpanTable {
  table: string;
  /** The columns that distinguish whose or what spans these are. */
  key: string[];
}

export const peopleSpanTables: PersonSpanTable[] = [
  { table: 'developer_spans', key: [] },
  { table: 'team_spans', key: ['team_id'] },
];
