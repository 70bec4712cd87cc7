import type {
  ActionUse,
  BreakdownGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import { useLanguage, type Language } from '../../ui/format';
import { ReportSection } from '../../ui/loading/ReportSection';
import { DataTable, type Column } from '../../ui/table';
import { CountChange } from './changes';
import { periodText } from './periodText';
import styles from './ActiveUsersSections.module.css';

type ActionRow = ActionUse['actions'][number];

/** How often templates were run, documents read, and so on. */
export function ActionsSection(props: { granularity: BreakdownGranularity }) {
  const { granularity } = props;
  const language = useLanguage();
  const { t } = language;

  return (
    <ReportSection
      id="actions"
      title={t('activeUsers.actions.title')}
      route="GET /activity/actions"
      query={{ granularity }}
      height={240}
      description={use =>
        t('activeUsers.actions.description', {
          period: periodText(use, language),
        })
      }
      emptyText={use => whyNoPeriod(use, language)}
    >
      {use => (
        <>
          <DataTable
            name={t('activeUsers.actions.tableName')}
            columns={actionColumns(language)}
            rows={use.actions}
            rowKey={({ id }) => id}
          />
          {use.actions.some(({ firstSeenOn }) => firstSeenOn === null) && (
            <p className={styles.hint}>{t('activeUsers.actions.note')}</p>
          )}
        </>
      )}
    </ReportSection>
  );
}

// How often something was done says nothing of single people, however few.
function whyNoPeriod(
  { status, granularity }: ActionUse,
  { t }: Language,
): string | undefined {
  if (status !== 'no-closed-period') {
    return undefined;
  }
  return granularity === 'week'
    ? t('activeUsers.period.noWeek')
    : t('activeUsers.period.noFourWeeks');
}

function actionColumns({ t, format }: Language): Array<Column<ActionRow>> {
  return [
    {
      id: 'action',
      label: t('activeUsers.actions.action'),
      cell: ({ id }) => t(`activeUsers.actions.kind.${id}`),
    },
    {
      id: 'uses',
      label: t('activeUsers.actions.uses'),
      numeric: true,
      sortBy: ({ uses }) => uses,
      cell: ({ uses }) => format.countOrUnknown(uses),
    },
    {
      id: 'uses-change',
      label: t('activeUsers.actions.usesChange'),
      numeric: true,
      cell: ({ uses, previousUses }) => (
        <CountChange count={uses} previous={previousUses} />
      ),
    },
    {
      id: 'people',
      label: t('activeUsers.actions.people'),
      numeric: true,
      sortBy: ({ people }) => people,
      cell: ({ people }) => format.countOrUnknown(people),
    },
    {
      id: 'people-change',
      label: t('activeUsers.actions.peopleChange'),
      numeric: true,
      cell: ({ people, previousPeople }) => (
        <CountChange count={people} previous={previousPeople} />
      ),
    },
    {
      id: 'since',
      label: t('activeUsers.actions.since'),
      cell: ({ firstSeenOn }) =>
        firstSeenOn === null
          ? t('activeUsers.actions.never')
          : format.date(firstSeenOn),
    },
  ];
}
