import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useLanguage, type Language } from '../../ui/format';
import { Section } from '../../ui/Section';
import { DataTable, type Column } from '../../ui/table';
import { milestonesOf, type Milestone } from './milestones';

/** Where adoption should be on the way, and where it is. */
export function MilestonesSection(props: { report: DeadlineReport }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <Section title={t('deadline.milestones.title')}>
      <DataTable
        name={t('deadline.milestones.tableName')}
        columns={columnsIn(language)}
        rows={milestonesOf(props.report)}
        rowKey={({ id }) => id}
        inOnePage
      />
    </Section>
  );
}

function columnsIn({ t, format }: Language): Array<Column<Milestone>> {
  return [
    {
      id: 'milestone',
      label: t('deadline.milestones.milestone'),
      cell: ({ id }) => t(`deadline.milestones.${id}`),
    },
    {
      id: 'day',
      label: t('deadline.milestones.day'),
      cell: ({ day }) => format.date(day),
    },
    {
      id: 'target',
      label: t('deadline.line.title'),
      numeric: true,
      cell: ({ target }) => format.shareOrUnknown(target),
    },
    {
      id: 'share',
      label: t('deadline.week.activeUsers'),
      numeric: true,
      cell: ({ share, isForecast }) =>
        isForecast && share !== null
          ? t('deadline.milestones.forecast', { share: format.share(share) })
          : format.shareOrUnknown(share),
    },
  ];
}
