import { TablePagination } from '@backstage/ui';
import { useState } from 'react';
import { nextSorting, sortRows, type Column, type Sorting } from './columns';
import { ColumnHeader } from './ColumnHeader';
import styles from './DataTable.module.css';
import { TableScroll } from './TableScroll';

const rowsOnPage = 25;

interface DataTableProps<TRow> {
  /** Names the table for those who cannot see where it stands. */
  name: string;
  /** The first column names the row. */
  columns: Array<Column<TRow>>;
  rows: TRow[];
  rowKey: (row: TRow) => string;
  /** Shows all rows at once, where more of them are asked for in another way. */
  inOnePage?: boolean;
}

/**
 * Rows that can be sorted, in pages when there are many. Not the `Table` of
 * Backstage UI, which has no accessible name and sets numbers to the left.
 */
export function DataTable<TRow>(props: DataTableProps<TRow>) {
  const { name, columns, rows, rowKey } = props;
  const pageSize = props.inOnePage ? Infinity : rowsOnPage;
  const [sorting, setSorting] = useState<Sorting>();
  const [offset, setOffset] = useState(0);
  const sorted = sortRows(rows, columns, sorting);
  const sort = (column: Column<TRow>) => {
    setSorting(nextSorting(column, sorting));
    setOffset(0);
  };
  // Fewer rows may have arrived than there were when the page was chosen.
  const first = offset < rows.length ? offset : 0;
  return (
    <div>
      <TableScroll name={name}>
        <table className={styles.table} aria-label={name}>
          <thead>
            <tr>
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
        <TablePagination
          pageSize={pageSize}
          pageSizeOptions={[]}
          offset={first}
          totalCount={rows.length}
          hasPreviousPage={first > 0}
          hasNextPage={first + pageSize < rows.length}
          onPreviousPage={() => setOffset(Math.max(0, first - pageSize))}
          onNextPage={() => setOffset(first + pageSize)}
        />
      )}
    </div>
  );
}

interface DataRowProps<TRow> {
  columns: Array<Column<TRow>>;
  row: TRow;
  sorted: boolean;
}

function DataRow<TRow>(props: DataRowProps<TRow>) {
  const { columns, row, sorted } = props;
  const [heading, ...others] = columns;
  return (
    <tr>
      <th scope="row">{heading.cell(row, sorted)}</th>
      {others.map(({ id, numeric, cell }) => (
        <td key={id} className={numeric ? styles.numeric : undefined}>
          {cell(row, sorted)}
        </td>
      ))}
    </tr>
  );
}
