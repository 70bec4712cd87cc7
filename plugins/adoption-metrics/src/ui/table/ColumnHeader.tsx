import {
  RiArrowDownLine,
  RiArrowUpDownLine,
  RiArrowUpLine,
} from '@remixicon/react';
import type { Column, Sorting } from './columns';
import styles from './DataTable.module.css';

interface ColumnHeaderProps<TRow> {
  column: Column<TRow>;
  sorting?: Sorting;
  onSort: (column: Column<TRow>) => void;
}

const icons = {
  ascending: RiArrowUpLine,
  descending: RiArrowDownLine,
  none: RiArrowUpDownLine,
};

export function ColumnHeader<TRow>(props: ColumnHeaderProps<TRow>) {
  const { column, sorting, onSort } = props;
  const { id, label, numeric, sortBy } = column;
  const className = numeric ? styles.numeric : undefined;
  if (!sortBy) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const direction = sorting?.columnId === id ? sorting.direction : 'none';
  const Icon = icons[direction];
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <button
        type="button"
        className={styles.sort}
        data-printed
        data-sorted={direction !== 'none'}
        onClick={() => onSort(column)}
      >
        {label}
        <Icon aria-hidden />
      </button>
    </th>
  );
}
