import type { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import { suppressionText, useLanguage, type Language } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import styles from './ActiveUsersSections.module.css';

type Cohort = Cohorts['cohorts'][number];

const PERIOD_DAYS = 30;

/** The triangle: who joined last has the fewest periods behind them. */
export function CohortTable(props: { cohorts: Cohorts }) {
  const language = useLanguage();

  return (
    <DataTable
      name={language.t('activeUsers.cohorts.tableName')}
      columns={columnsOf(props.cohorts, language)}
      rows={props.cohorts.cohorts}
      rowKey={({ from }) => from}
      inOnePage
      matrix
    />
  );
}

function columnsOf(
  { cohorts, minimumGroupSize }: Cohorts,
  language: Language,
): Array<Column<Cohort>> {
  const { t, format } = language;
  const last = Math.max(0, ...cohorts.map(({ periods }) => periods.length));
  return [
    {
      id: 'joined',
      label: t('activeUsers.cohorts.joined'),
      cell: ({ from, to }) => format.period(from, to),
    },
    {
      id: 'people',
      label: t('activeUsers.cohorts.people'),
      numeric: true,
      cell: ({ people, suppressed }) =>
        suppressionText(suppressed, t, minimumGroupSize) ??
        format.countOrUnknown(people),
    },
    ...Array.from({ length: last }, (_, index) =>
      periodColumn(index + 1, language),
    ),
  ];
}

function periodColumn(period: number, { t, format }: Language): Column<Cohort> {
  const periodOf = ({ suppressed, periods }: Cohort) =>
    suppressed ? undefined : periods.find(each => each.period === period);
  return {
    id: String(period),
    label: t('activeUsers.cohorts.days', {
      from: format.count((period - 1) * PERIOD_DAYS + 1),
      to: format.count(period * PERIOD_DAYS),
    }),
    numeric: true,
    isEmpty: cohort => !periodOf(cohort),
    shade: cohort => periodOf(cohort)?.share ?? null,
    cell: cohort => {
      const measured = periodOf(cohort);
      if (!measured) {
        return null;
      }
      if (measured.share !== null) {
        return format.share(measured.share);
      }
      const why = measured.suppressed
        ? 'common.hidden.label'
        : 'common.unknown';
      return <span className={styles.withheld}>{t(why)}</span>;
    },
  };
}
