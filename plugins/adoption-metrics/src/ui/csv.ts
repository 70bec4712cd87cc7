import { formatCsv } from 'backstage-plugin-adoption-metrics-common';

/** A table as a CSV file. */
export function toCsv<Column extends string>(
  ...table: Parameters<typeof formatCsv<Column>>
): Blob {
  return new Blob([formatCsv(...table)], { type: 'text/csv' });
}
