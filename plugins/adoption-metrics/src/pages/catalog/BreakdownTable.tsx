import type { Breakdown } from 'backstage-plugin-adoption-metrics-common';
import { Bar } from '../../ui/Bar';
import { Section } from '../../ui/Section';
import { reasonName } from './reasonName';
import { useLanguage, type Translate } from '../../ui/format';
import styles from './BreakdownTable.module.css';

type BreakdownRow = Breakdown['rows'][number];

/** A metric by one dimension: a table whose rows carry their own bars. */
export function BreakdownTable(props: { breakdown: Breakdown }) {
  const { id, title, unit, rows } = props.breakdown;
  const { t, format } = useLanguage();

  const largest = Math.max(...rows.map(({ value }) => value ?? 0), 0);
  const hasCounts = rows.some(({ count }) => count !== undefined);
  if (rows.length === 0) {
    return (
      <Section title={title}>
        <p className={styles.quiet}>{t('catalog.breakdown.empty')}</p>
      </Section>
    );
  }
  return (
    <Section title={title}>
      <table className={styles.table} aria-label={title}>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <RowLabel row={row} dimension={id} />
              <td className={styles.bar} aria-hidden>
                <Bar part={row.value ?? 0} whole={largest} />
              </td>
              <td className={`${styles.number} ${styles.value}`}>
                {row.value === null
                  ? withheld(row, t)
                  : format[unit](row.value)}
              </td>
              {hasCounts && (
                <td className={styles.number}>
                  {row.count !== undefined &&
                    t('catalog.breakdown.of', {
                      total: format.count(row.count),
                    })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function RowLabel(props: { row: BreakdownRow; dimension: string }) {
  const { id, label, hint } = props.row;
  const { t } = useLanguage();

  return (
    <th scope="row" className={styles.label}>
      {props.dimension === 'reasons' ? reasonName(id, t) : label}
      {hint && <div className={styles.hint}>{hint}</div>}
    </th>
  );
}

/** The hint of a row says why its value is not there. */
function withheld({ hint }: BreakdownRow, t: Translate): string {
  return hint ? t('catalog.breakdown.hidden') : t('common.unknown');
}
