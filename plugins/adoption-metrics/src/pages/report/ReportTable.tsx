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
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={heading.cell(row)}>
            <th scope="row">{heading.cell(row)}</th>
            {others.map(({ label, cell }) => (
              <td key={label} data-label={label}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
