import { breathe } from '../database';

/** A row of a table, and the line on which it begins, starting at 1. */
export interface TableRow {
  line: number;
  /** Empty where the row cannot be read. */
  cells: string[];
  /** What is wrong with the row as it is written. */
  fault?: string;
}

/** A row with more of them is of no table that we read. */
const MOST_CELLS = 50;

/** In UTF-16 units; a quotation mark that is not closed ends here. */
const LONGEST_QUOTED = 10_000;

const LINE_END = /\r\n|\n|\r/g;

/** A cell, and what ends it: a separator, the end of a line or of the text. */
interface ReadCell {
  cell: string;
  end: string;
}

class TableScanner {
  readonly #text: string;
  /** Finds what ends a cell. It never goes back, however long a cell is. */
  readonly #end: RegExp;
  #at: number;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\ufeff') ? 1 : 0;
    const separator = /[,;\t\r\n]/.exec(text)?.[0] ?? ',';
    this.#end = new RegExp(
      `\r\n|\n|\r|${/[\r\n]/.test(separator) ? ',' : separator}`,
      'g',
    );
  }

  get isOver(): boolean {
    return this.#at >= this.#text.length;
  }

  readRow(): TableRow {
    const [line, begin] = [this.#line, this.#at];
    const cells: string[] = [];
    for (;;) {
      const read = cells.length < MOST_CELLS && this.#readCell();
      if (!read) {
        this.#skipLine(begin, line);
        const fault =
          cells.length < MOST_CELLS
            ? 'has a quotation mark that does not end a cell; expected cells within two of them, with those inside doubled'
            : `has too many cells; expected up to ${MOST_CELLS}`;
        return { line, cells: [], fault };
      }
      cells.push(read.cell);
      if (read.end === '' || /[\r\n]/.test(read.end)) {
        this.#line += read.end === '' ? 0 : 1;
        return { line, cells };
      }
    }
  }

  /** Undefined where a quoted cell does not end as it should. */
  #readCell(): ReadCell | undefined {
    const quoted = this.#openingQuote();
    if (quoted === undefined) {
      const from = this.#at;
      const end = this.#findEnd(from);
      return { cell: this.#text.slice(from, this.#at - end.length), end };
    }
    const close = this.#closingQuote(quoted);
    const end = close === undefined ? undefined : this.#endAfter(close + 1);
    if (close === undefined || end === undefined) {
      return undefined;
    }
    const cell = this.#text.slice(quoted, close);
    this.#line += cell.match(LINE_END)?.length ?? 0;
    return { cell: cell.replaceAll('""', '"'), end };
  }

  /** Where the text of a quoted cell begins; spaces before it do not count. */
  #openingQuote(): number | undefined {
    let at = this.#at;
    while (this.#text[at] === ' ') {
      at++;
    }
    return this.#text[at] === '"' ? at + 1 : undefined;
  }

  #closingQuote(from: number): number | undefined {
    const near = this.#text.slice(from, from + LONGEST_QUOTED);
    let at = near.indexOf('"');
    while (at >= 0 && near[at + 1] === '"') {
      at = near.indexOf('"', at + 2);
    }
    return at < 0 ? undefined : from + at;
  }

  /** What ends a cell after its closing quotation mark. */
  #endAfter(from: number): string | undefined {
    const end = this.#findEnd(from);
    const between = this.#text.slice(from, this.#at - end.length);
    return between.trim() === '' ? end : undefined;
  }

  #findEnd(from: number): string {
    this.#end.lastIndex = from;
    const found = this.#end.exec(this.#text);
    this.#at = found ? this.#end.lastIndex : this.#text.length;
    return found?.[0] ?? '';
  }

  #skipLine(begin: number, line: number): void {
    const lineEnd = new RegExp(LINE_END);
    lineEnd.lastIndex = begin;
    this.#at = lineEnd.exec(this.#text) ? lineEnd.lastIndex : this.#text.length;
    this.#line = line + 1;
  }
}

/**
 * Parses CSV as in RFC 4180, with any line endings, with or without a byte order
 * mark. The first line can also separate its cells with semicolons or tabs, as
 * spreadsheets do in many languages. Skips empty lines. A line that cannot be
 * parsed is a row with a fault, and parsing goes on with the next line.
 *
 * Reads any text once, from front to back, and lets others run meanwhile.
 */
export async function* parseTable(text: string): AsyncGenerator<TableRow> {
  const table = new TableScanner(text);
  while (!table.isOver) {
    await breathe();
    const row = table.readRow();
    if (row.fault || row.cells.length > 1 || row.cells[0] !== '') {
      yield row;
    }
  }
}
