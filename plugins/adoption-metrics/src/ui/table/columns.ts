import type { ReactNode } from 'react';

export interface Column<TRow> {
  id: string;
  label: string;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** `sorted` is true where the rows stand in another order than given. */
  cell: (row: TRow, sorted: boolean) => ReactNode;
  /** What the column is sorted by; without it, it cannot be sorted. */
  sortBy?: (row: TRow) => string | number | null;
  /** How dark the cell is, between 0 and 1; null for a plain one. */
  shade?: (row: TRow) => number | null;
  /** Whether the cell says nothing beyond its place in a grid. */
  isEmpty?: (row: TRow) => boolean;
}

export interface Sorting {
  columnId: string;
  direction: 'ascending' | 'descending';
}

/** Sorts rows by a column; what is unknown comes last in either direction. */
export function sortRows<TRow>(
  rows: TRow[],
  columns: Array<Column<TRow>>,
  sorting?: Sorting,
): TRow[] {
  const column = columns.find(({ id }) => id === sorting?.columnId);
  const sortBy = column?.sortBy;
  if (!sortBy) {
    return rows;
  }
  const sign = sorting?.direction === 'descending' ? -1 : 1;
  return [...rows].sort((left, right) =>
    compare(sortBy(left), sortBy(right), sign),
  );
}

/**
 * Numbers begin with the largest, words with the first; then the other way;
 * then as the rows were given.
 */
export function nextSorting<TRow>(
  column: Column<TRow>,
  sorting?: Sorting,
): Sorting | undefined {
  const first = column.numeric ? 'descending' : 'ascending';
  const second = column.numeric ? 'ascending' : 'descending';
  if (sorting?.columnId !== column.id) {
    return { columnId: column.id, direction: first };
  }
  return sorting.direction === first
    ? { columnId: column.id, direction: second }
    : undefined;
}

type Sortable = string | number | null;

function compare(left: Sortable, right: Sortable, sign: number): number {
  if (left === null || right === null) {
    return Number(left === null) - Number(right === null);
  }
  return typeof left === 'number' && typeof right === 'number'
    ? sign * (left - right)
    : sign * String(left).localeCompare(String(right), 'en');
}
