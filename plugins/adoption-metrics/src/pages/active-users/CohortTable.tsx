import type { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import { suppressionText, useLanguage } from '../../ui/format';
import { TableScroll } from '../../ui/table';
import { ShadedCell } from './ShadedCell';
import styles from './ActiveUsersSections.module.css';

type Cohort = Cohorts['cohorts'][number];
type Period = Cohort['periods'][number];

const PERIOD_DAYS = 30;

/** The triangle: who joined last has the fewest periods behind them. */
export function CohortTable(props: { cohorts: Cohorts }) {
  const { cohorts, minimumGroupSize } = props.cohorts;
  const { t, format } = useLanguage();

  const name = t('activeUsers.cohorts.tableName');
  const last = Math.max(0, ...cohorts.map(({ periods }) => periods.length));
  const periods = Array.from({ length: last }, (_, index) => index + 1);
  return (
    <TableScroll name={name}>
      <table className={styles.grid} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('activeUsers.cohorts.joined')}</th>
            <th scope="col">{t('activeUsers.cohorts.people')}</th>
            {periods.map(period => (
              <th key={period} scope="col">
                {t('activeUsers.cohorts.days', {
                  from: format.count((period - 1) * PERIOD_DAYS + 1),
                  to: format.count(period * PERIOD_DAYS),
                })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(cohort => (
            <CohortRow
              key={cohort.from}
              cohort={cohort}
              periods={periods}
              minimumGroupSize={minimumGroupSize}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface CohortRowProps {
  cohort: Cohort;
  periods: number[];
  minimumGroupSize: number;
}

function CohortRow(props: CohortRowProps) {
  const { cohort, periods, minimumGroupSize } = props;
  const { t, format } = useLanguage();

  const hidden = suppressionText(cohort.suppressed, t, minimumGroupSize);
  const measured = new Map(cohort.periods.map(each => [each.period, each]));
  return (
    <tr>
      <th scope="row">{format.period(cohort.from, cohort.to)}</th>
      {hidden ? (
        <td colSpan={periods.length + 1} className={styles.reason}>
          {hidden}
        </td>
      ) : (
        <>
          <td>{format.countOrUnknown(cohort.people)}</td>
          {periods.map(period => (
            <PeriodCell key={period} period={measured.get(period)} />
          ))}
        </>
      )}
    </tr>
  );
}

function PeriodCell(props: { period?: Period }) {
  const { period } = props;
  const { t, format } = useLanguage();

  if (!period) {
    return <td />;
  }
  if (period.share === null) {
    const why = period.suppressed ? 'common.hidden.label' : 'common.unknown';
    return <td className={styles.plain}>{t(why)}</td>;
  }
  return (
    <ShadedCell depth={period.share}>{format.share(period.share)}</ShadedCell>
  );
}
