import type { CSSProperties } from 'react';
import type { Column } from './columns';
import styles from './DataTable.module.css';

interface DataRowProps<TRow> {
  columns: Array<Column<TRow>>;
  row: TRow;
  sorted: boolean;
}

/** The first cell names the row; the others know the name of their column. */
export function DataRow<TRow>(props: DataRowProps<TRow>) {
  const { columns, row, sorted } = props;
  const [heading, ...others] = columns;
  return (
    <tr>
      <th scope="row">{heading.cell(row, sorted)}</th>
      {others.map(column => (
        <DataCell key={column.id} column={column} row={row} sorted={sorted} />
      ))}
    </tr>
  );
}

function DataCell<TRow>(props: {
  column: Column<TRow>;
  row: TRow;
  sorted: boolean;
}) {
  const { column, row, sorted } = props;
  const { label, numeric, cell, shade, isEmpty } = column;
  const depth = shade?.(row) ?? null;
  const classes = [numeric && styles.numeric, depth !== null && styles.shaded];
  return (
    <td
      className={classes.filter(Boolean).join(' ') || undefined}
      style={depth === null ? undefined : depthStyle(depth)}
      data-label={label}
      data-empty={isEmpty?.(row) || undefined}
    >
      <div className={styles.content}>{cell(row, sorted)}</div>
    </td>
  );
}

function depthStyle(depth: number): CSSProperties {
  return { '--depth': depth } as CSSProperties;
}
