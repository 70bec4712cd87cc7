import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { probabilityText } from '../../ui/deadline/probabilityText';
import { addDays, useLanguage, type Language } from '../../ui/format';
import styles from '../../ui/layout.module.css';
import { Section } from '../../ui/Section';
import { DataTable, type Column } from '../../ui/table';
import { statusRunsOf, type StatusRun } from './statusRuns';

/** How the status of the deadline has changed. */
export function StatusSection(props: { report: DeadlineReport }) {
  const language = useLanguage();
  const { t } = language;

  const runs = statusRunsOf(props.report.weeks);
  return (
    <Section title={t('deadline.status.title')}>
      {runs.length === 0 ? (
        <p className={styles.quiet}>{t('deadline.status.empty')}</p>
      ) : (
        <DataTable
          name={t('deadline.status.tableName')}
          columns={columnsIn(language)}
          rows={runs}
          rowKey={({ from }) => from}
        />
      )}
    </Section>
  );
}

function columnsIn(language: Language): Array<Column<StatusRun>> {
  const { t, format } = language;
  return [
    {
      id: 'status',
      label: t('deadline.status.status'),
      cell: ({ state }) => <DeadlineChip state={state} />,
    },
    {
      id: 'weeks',
      label: t('deadline.status.weeks'),
      cell: ({ from, to, weeks }) =>
        t('deadline.status.period', {
          period: format.period(addDays(from, -6), addDays(to, 1)),
          count: weeks,
        }),
    },
    {
      id: 'probability',
      label: t('deadline.status.probability'),
      cell: run => changeOf(run, language),
    },
  ];
}

function changeOf({ first, last }: StatusRun, language: Language): string {
  const { t } = language;
  if (first === null || last === null) {
    return t('deadline.status.noForecast');
  }
  const [from, to] = [first, last].map(each => probabilityText(each, language));
  return from === to ? to : t('deadline.status.change', { from, to });
}
