import { useState } from 'react';
import { useLanguage } from '../format';
import { nextSorting, sortRows, type Column, type Sorting } from './columns';
import { ColumnHeader } from './ColumnHeader';
import { DataRow } from './DataRow';
import styles from './DataTable.module.css';
import { TablePages } from './TablePages';
import { TableScroll } from './TableScroll';

const rowsOnPage = 25;

/** Where each row is a list of lines. */
const rowsOnPhone = 8;

/** A name and a number fit next to each other on every screen. */
const fewestStacked = 3;

interface DataTableProps<TRow> {
  /** Names the table for those who cannot see where it stands. */
  name: string;
  /** The first column names the row. */
  columns: Array<Column<TRow>>;
  rows: TRow[];
  rowKey: (row: TRow) => string;
  /** Shows all rows at once, where more of them are asked for in another way. */
  inOnePage?: boolean;
  /** Shows all rows at once, in a box of limited height. */
  endless?: boolean;
  /** Many narrow columns of numbers, with the name of the row kept in view. */
  matrix?: boolean;
}

/**
 * Rows that can be sorted, in pages when there are many. Where it is too narrow
 * for columns, each row becomes a list of them. Not the `Table` of Backstage UI,
 * which has no accessible name and sets numbers to the left.
 */
export function DataTable<TRow>(props: DataTableProps<TRow>) {
  const { name, columns, rows, rowKey, inOnePage, endless, matrix } = props;
  const { t } = useLanguage();

  const [usual] = useState(usualPageSize);
  const pageSize = inOnePage || endless ? Infinity : usual;
  const [sorting, setSorting] = useState<Sorting>();
  const [offset, setOffset] = useState(0);
  const sorted = sortRows(rows, columns, sorting);
  const sort = (column: Column<TRow>) => {
    setSorting(nextSorting(column, sorting));
    setOffset(0);
  };
  // Fewer rows may have arrived than there were when the page was chosen.
  const first = offset < rows.length ? offset : 0;
  const classes = [
    styles.table,
    matrix && styles.matrix,
    columns.length >= fewestStacked && styles.stacking,
  ];
  return (
    <div>
      <TableScroll name={name} endless={endless}>
        <table className={classes.filter(Boolean).join(' ')} aria-label={name}>
          <thead>
            <tr
              data-sort-by={t('common.table.sortBy')}
              data-sortable={columns.some(({ sortBy }) => sortBy)}
            >
              {columns.map(column => (
                <ColumnHeader
                  key={column.id}
                  column={column}
                  sorting={sorting}
                  onSort={sort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(first, first + pageSize).map(row => (
              <DataRow
                key={rowKey(row)}
                columns={columns}
                row={row}
                sorted={sorting !== undefined}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rows.length > pageSize && (
        <TablePages
          name={name}
          first={first}
          size={pageSize}
          total={rows.length}
          onOffset={setOffset}
        />
      )}
    </div>
  );
}

function usualPageSize(): number {
  const isPhone = window.matchMedia?.('(max-width: 36rem)').matches ?? false;
  return isPhone ? rowsOnPhone : rowsOnPage;
}
