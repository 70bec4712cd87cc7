import type { Breakdown } from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatSeconds, formatShare } from '../../ui/format';
import { Bar } from '../../ui/Bar';
import { Section } from '../../ui/Section';
import styles from './BreakdownTable.module.css';

type BreakdownRow = Breakdown['rows'][number];

const writers: Record<Breakdown['unit'], (value: number) => string> = {
  share: share => formatShare(share, 1),
  seconds: formatSeconds,
  count: formatCount,
};

/** A metric broken down by one dimension: a table whose rows carry their own bars. */
export function BreakdownTable(props: { breakdown: Breakdown }) {
  const { title, unit, rows } = props.breakdown;
  const largest = Math.max(...rows.map(({ value }) => value ?? 0), 0);
  const hasCounts = rows.some(({ count }) => count !== undefined);
  if (rows.length === 0) {
    return (
      <Section title={title}>
        <p className={styles.quiet}>Nothing to show yet.</p>
      </Section>
    );
  }
  return (
    <Section title={title}>
      <table className={styles.table} aria-label={title}>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <RowLabel row={row} />
              <td className={styles.bar} aria-hidden>
                <Bar part={row.value ?? 0} whole={largest} />
              </td>
              <td className={`${styles.number} ${styles.value}`}>
                {row.value === null ? withheld(row) : writers[unit](row.value)}
              </td>
              {hasCounts && (
                <td className={styles.number}>
                  {row.count !== undefined && `n = ${formatCount(row.count)}`}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function RowLabel(props: { row: BreakdownRow }) {
  const { label, hint } = props.row;
  return (
    <th scope="row" className={styles.label}>
      {label}
      {hint && <div className={styles.hint}>{hint}</div>}
    </th>
  );
}

/** The hint of a row says why its value is not there. */
function withheld({ hint }: BreakdownRow): string {
  return hint ? '–' : 'unknown';
}
