/** A row of a table of counters. */
export type Row = Record<string, string | number>;

/** Rows in which numbers under the same key are added up. */
export class RowSums<TRow extends Row> {
  readonly #rows = new Map<string, TRow>();

  /**
   * The row to add to.
   *
   * @param id - the key of the row as one text
   * @param create - makes the row with all its sums at zero
   */
  at(id: string, create: () => TRow): TRow {
    let row = this.#rows.get(id);
    if (!row) {
      row = create();
      this.#rows.set(id, row);
    }
    return row;
  }

  rows(): TRow[] {
    return [...this.#rows.values()];
  }
}
