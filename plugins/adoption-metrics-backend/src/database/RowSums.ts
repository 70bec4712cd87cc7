/** A row of counters. */
export type Row = Record<string, string | number>;

/** Sums up rows with the same key. */
export class RowSums<TRow extends Row> {
  readonly #rows = new Map<string, TRow>();

  /**
   * The row to add to.
   *
   * @param id - the key of the row as text
   * @param create - creates the row with all sums at zero
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
