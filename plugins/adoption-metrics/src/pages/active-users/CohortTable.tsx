import { VisuallyHidden } from '@backstage/ui';
import type { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import { suppressionText, useLanguage } from '../../ui/format';
import { TableScroll } from '../../ui/table';
import { ShadedCell } from './ShadedCell';
import styles from './ActiveUsersSections.module.css';

type Cohort = Cohorts['cohorts'][number];
type CohortWeek = Cohort['weeks'][number];

/** The triangle: the newest week has the fewest weeks behind it. */
export function CohortTable(props: { cohorts: Cohorts }) {
  const { cohorts, minimumGroupSize } = props.cohorts;
  const { t } = useLanguage();

  const name = t('activeUsers.cohorts.tableName');
  const last = Math.max(
    0,
    ...cohorts.flatMap(({ weeks }) => weeks.map(({ after }) => after)),
  );
  // The first week itself is the whole.
  const afters = Array.from({ length: last }, (_, index) => index + 1);
  return (
    <TableScroll name={name}>
      <table className={styles.grid} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('activeUsers.cohorts.firstWeek')}</th>
            <th scope="col">{t('activeUsers.cohorts.people')}</th>
            {afters.map(after => (
              <th key={after} scope="col">
                <VisuallyHidden>
                  {t('activeUsers.cohorts.afterWeek')}
                </VisuallyHidden>
                <span aria-hidden>+</span>
                {after}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(cohort => (
            <CohortRow
              key={cohort.week}
              cohort={cohort}
              afters={afters}
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
  afters: number[];
  minimumGroupSize: number;
}

function CohortRow(props: CohortRowProps) {
  const { cohort, afters, minimumGroupSize } = props;
  const { t, format } = useLanguage();

  const hidden = suppressionText(cohort.suppressed, t, minimumGroupSize);
  const weeks = new Map(cohort.weeks.map(week => [week.after, week]));
  return (
    <tr>
      <th scope="row">{format.date(cohort.week)}</th>
      {hidden ? (
        <td colSpan={afters.length + 1} className={styles.reason}>
          {hidden}
        </td>
      ) : (
        <>
          <td>{format.countOrUnknown(cohort.size)}</td>
          {afters.map(after => (
            <WeekCell key={after} week={weeks.get(after)} />
          ))}
        </>
      )}
    </tr>
  );
}

function WeekCell(props: { week?: CohortWeek }) {
  const { week } = props;
  const { t, format } = useLanguage();

  if (!week) {
    return <td />;
  }
  if (week.share === null) {
    return <td className={styles.plain}>{t('common.unknown')}</td>;
  }
  return <ShadedCell depth={week.share}>{format.share(week.share)}</ShadedCell>;
}
