/** A cell of a table; null and undefined are empty. @public */
export type CsvCell = string | number | boolean | null | undefined;

/**
 * Formats rows as RFC 4180. A text that a spreadsheet would run as a formula
 * gets a leading apostrophe.
 *
 * @public
 */
export function formatCsv<Column extends string>(
  columns: readonly Column[],
  rows: Array<Partial<Record<Column, CsvCell>>>,
): string {
  const lines = rows.map(row =>
    columns.map(column => formatCell(row[column])).join(','),
  );
  return [columns.join(','), ...lines, ''].join('\r\n');
}

function formatCell(cell: CsvCell): string {
  const text = String(cell ?? '');
  const formula = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text);
  const safe = formula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
