import styles from './ReportPage.module.css';

export interface ReportColumn<TRow> {
  label: string;
  cell: (row: TRow) => string;
}

interface ReportTableProps<TRow> {
  /** For those who cannot see where it stands. */
  name: string;
  /** The first column names the row. */
  columns: Array<ReportColumn<TRow>>;
  rows: TRow[];
}

/** A table that is printed as it is; on a phone each row is a list. */
export function ReportTable<TRow>(props: ReportTableProps<TRow>) {
  const { name, columns, rows } = props;
  const [heading, ...others] = columns;
  return (
    // What is laid out as lists would lose its roles.
    /* eslint-disable jsx-a11y/no-redundant-roles */
    <table className={styles.table} aria-label={name} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label }) => (
            <th key={label} scope="col" role="columnheader">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={heading.cell(row)} role="row">
            <th scope="row" role="rowheader">
              {heading.cell(row)}
            </th>
            {others.map(({ label, cell }) => (
              <td key={label} role="cell" data-label={label}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    /* eslint-enable jsx-a11y/no-redundant-roles */
  );
}
