import type { Onboarding } from 'backstage-plugin-adoption-metrics-common';
import { suppressionText, useLanguage, type Language } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import styles from './ActiveUsersSections.module.css';
import { Withheld } from './Withheld';

type Month = Onboarding['months'][number];
type UseId = 'used' | 'within7Days' | 'within30Days';

/** How soon those who join come to use the portal. */
export function OnboardingSection() {
  const language = useLanguage();
  const { t } = language;

  return (
    <ReportSection
      id="onboarding"
      title={t('activeUsers.onboarding.title')}
      route="GET /activity/onboarding"
      height={280}
      description={t('activeUsers.onboarding.description')}
      emptyText={onboarding => whyEmpty(onboarding, language)}
    >
      {({ months, minimumGroupSize }) => (
        <DataTable
          name={t('activeUsers.onboarding.tableName')}
          columns={columnsOf(minimumGroupSize, language)}
          rows={[...months].reverse()}
          rowKey={({ month }) => month}
        />
      )}
    </ReportSection>
  );
}

function whyEmpty(
  { months, minimumGroupSize }: Onboarding,
  { t, format }: Language,
): string | undefined {
  if (months.length === 0) {
    return t('activeUsers.onboarding.empty');
  }
  return months.every(({ suppressed }) => suppressed)
    ? t('activeUsers.onboarding.hidden', {
        minimum: format.count(minimumGroupSize),
      })
    : undefined;
}

function columnsOf(
  minimumGroupSize: number,
  language: Language,
): Array<Column<Month>> {
  const { t, format } = language;
  return [
    {
      id: 'month',
      label: t('activeUsers.onboarding.month'),
      cell: ({ month, suppressed }) => (
        <>
          {format.month(month)}
          {suppressed && (
            <div className={styles.hint}>
              {suppressionText(suppressed, t, minimumGroupSize)}
            </div>
          )}
        </>
      ),
    },
    {
      id: 'joined',
      label: t('activeUsers.onboarding.joined'),
      numeric: true,
      cell: ({ joined }) => format.count(joined),
    },
    shareColumn('used', language),
    shareColumn('within7Days', language),
    shareColumn('within30Days', language),
    {
      id: 'median',
      label: t('activeUsers.onboarding.median'),
      numeric: true,
      cell: ({ medianDays, suppressed }) =>
        suppressed ? (
          <Withheld />
        ) : (
          medianDays ?? t('activeUsers.onboarding.notReached')
        ),
    },
  ];
}

function shareColumn(id: UseId, language: Language): Column<Month> {
  return {
    id,
    label: language.t(`activeUsers.onboarding.${id}`),
    numeric: true,
    cell: month =>
      month.suppressed ? (
        <Withheld />
      ) : (
        partOf(month[id], month.joined, language)
      ),
  };
}

/** "8 (66%)" */
function partOf(
  part: number | null,
  whole: number,
  { t, format }: Language,
): string {
  if (part === null) {
    return t('common.unknown');
  }
  return whole > 0
    ? t('activeUsers.onboarding.part', {
        part: format.count(part),
        share: format.share(part / whole),
      })
    : format.count(part);
}
