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

/** As spreadsheets read it, after spaces and in East Asian widths as well. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Semicolons and tabs end cells in spreadsheets of many languages. */
const ENDS_CELL = /[",;\t\r\n]/;

function formatCell(cell: CsvCell): string {
  const text = String(cell ?? '');
  const formula = typeof cell === 'string' && FORMULA.test(text);
  const safe = formula ? `'${text}` : text;
  return ENDS_CELL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
