import type { Breakdown } from 'backstage-plugin-adoption-metrics-common';
import { NarrowButton } from '../../ui/address';
import { Bar } from '../../ui/Bar';
import { Section } from '../../ui/Section';
import { reasonName } from './reasonName';
import type { CatalogChoice } from './useCatalogChoice';
import { useLanguage, type Translate } from '../../ui/format';
import styles from './BreakdownTable.module.css';

type BreakdownRow = Breakdown['rows'][number];

/** A metric by one dimension: a table whose rows carry their own bars. */
export function BreakdownTable(props: {
  breakdown: Breakdown;
  choice: CatalogChoice;
}) {
  const { choice } = props;
  const { id, unit, rows } = props.breakdown;
  const { t, format } = useLanguage();

  const title = titleOf(props.breakdown, t);
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
              <RowLabel row={row} dimension={id} choice={choice} />
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

function RowLabel(props: {
  row: BreakdownRow;
  dimension: string;
  choice: CatalogChoice;
}) {
  const { row, dimension, choice } = props;
  const { id, hint, value } = row;
  const { t } = useLanguage();

  const isReason = dimension === 'reasons';
  const label = isReason ? reasonName(id, t) : row.label;
  const chosen = isReason ? choice.reason : choice.kind;
  const choose = isReason ? choice.chooseReason : choice.chooseKind;
  return (
    <th scope="row" className={styles.label}>
      {value ? (
        <NarrowButton
          subject={label}
          pressed={id === chosen}
          onPress={() => choose(id)}
        >
          {label}
        </NarrowButton>
      ) : (
        label
      )}
      {hint && <div className={styles.hint}>{hint}</div>}
    </th>
  );
}

/** One of a newer server goes by its own title. */
function titleOf({ id, title }: Breakdown, t: Translate): string {
  return id === 'reasons' || id === 'kinds'
    ? t(`catalog.breakdown.title.${id}`)
    : title;
}

/** The hint of a row says why its value is not there. */
function withheld({ hint }: BreakdownRow, t: Translate): string {
  return hint ? t('catalog.breakdown.hidden') : t('common.unknown');
}
