/** A row of a table of counters. */
export type Row = Record<string, string | number>;

/** Rows in which numbers under the same key are added up. */
export class RowSums {
  readonly #rows = new Map<string, Row>();

  add(key: Row, numbers: Record<string, number>): void {
    // No part of a key holds a line break: they are identifiers and numbers.
    const id = Object.values(key).join('\n');
    const row = this.#rows.get(id) ?? { ...key };
    for (const [column, value] of Object.entries(numbers)) {
      row[column] = Number(row[column] ?? 0) + value;
    }
    this.#rows.set(id, row);
  }

  rows(): Row[] {
    return [...this.#rows.values()];
  }
}
