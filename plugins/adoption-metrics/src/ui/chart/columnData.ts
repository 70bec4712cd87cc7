/** One layer of the columns. */
export interface ColumnLayer {
  id: string;
  label: string;
  color: string;
}

/** One place on the axis; what is unknown is left out of the values. */
export interface ColumnRow {
  key: string;
  label: string;
  /** By layer; below zero for what went away. */
  values: Partial<Record<string, number>>;
  /** What the tooltip says below the title. */
  details: string[];
}

export interface ColumnChartProps {
  name: string;
  layers: ColumnLayer[];
  rows: ColumnRow[];
  /** What the columns count, beside the value axis. */
  axis: string;
  /** Added to the numbers of the value axis: " s". */
  unitSign?: string;
  /** A line across at a value. */
  limit?: number;
  /** A line between the columns, before the one with the key. */
  border?: { key: string; label: string };
}
