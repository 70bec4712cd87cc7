import { VisuallyHidden } from '@backstage/ui';
import type { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import {
  countOrUnknown,
  formatDate,
  formatShare,
  suppressionText,
} from '../../ui/format';
import { TableScroll } from '../../ui/table';
import { ShadedCell } from './ShadedCell';
import styles from './ActiveUsersSections.module.css';

type Cohort = Cohorts['cohorts'][number];
type CohortWeek = Cohort['weeks'][number];

const name = 'Retention by week of first use';

/** The triangle: the newest week has the fewest weeks behind it. */
export function CohortTable(props: { cohorts: Cohorts }) {
  const { cohorts, minimumGroupSize } = props.cohorts;
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
            <th scope="col">First week</th>
            <th scope="col">People</th>
            {afters.map(after => (
              <th key={after} scope="col">
                <VisuallyHidden>After week </VisuallyHidden>
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
  const hidden = suppressionText(cohort.suppressed, minimumGroupSize);
  const weeks = new Map(cohort.weeks.map(week => [week.after, week]));
  return (
    <tr>
      <th scope="row">{formatDate(cohort.week)}</th>
      {hidden ? (
        <td colSpan={afters.length + 1} className={styles.reason}>
          {hidden}
        </td>
      ) : (
        <>
          <td>{countOrUnknown(cohort.size)}</td>
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
  if (!week) {
    return <td />;
  }
  if (week.share === null) {
    return <td className={styles.plain}>unknown</td>;
  }
  return <ShadedCell depth={week.share}>{formatShare(week.share)}</ShadedCell>;
}
