/** A row of a table, and the line on which it begins, starting at 1. */
interface TableRow {
  line: number;
  cells: string[];
}

/** A cell and what ends it. Quotes within a quoted cell are doubled. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Parses CSV as in RFC 4180, with any line endings, with or without a byte
 * order mark. Skips empty lines. A syntax error ends the table with a row
 * without cells.
 */
export function* parseTable(text: string): Generator<TableRow> {
  const cell = new RegExp(CELL);
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let row: TableRow = { line, cells: [] };
  while (cell.lastIndex < text.length || row.cells.length > 0) {
    const from = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) {
      yield { line: row.line, cells: [] };
      return;
    }
    const [, quoted, plain, end] = found;
    row.cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += countLines(text.slice(from, cell.lastIndex));
    if (end === ',') {
      continue;
    }
    if (row.cells.length > 1 || row.cells[0] !== '') {
      yield row;
    }
    row = { line, cells: [] };
    if (end === '') {
      return;
    }
  }
}

function countLines(text: string): number {
  return text.includes('\n') || text.includes('\r')
    ? text.split(/\r\n|\n|\r/).length - 1
    : 0;
}
