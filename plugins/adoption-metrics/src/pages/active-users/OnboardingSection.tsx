import type { Onboarding } from 'backstage-plugin-adoption-metrics-common';
import { suppressionText, useLanguage, type Language } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import styles from './ActiveUsersSections.module.css';
import { whyNoRanges } from './joiningTexts';
import { Withheld } from './Withheld';

type Range = Onboarding['ranges'][number];
type UseId = 'within7Days' | 'within30Days' | 'within90Days';

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
      emptyText={answer => whyNoRanges(answer, answer.ranges, language)}
    >
      {({ ranges, minimumGroupSize }) => (
        <DataTable
          name={t('activeUsers.onboarding.tableName')}
          columns={columnsOf(minimumGroupSize, language)}
          rows={[...ranges].reverse()}
          rowKey={({ from }) => from}
        />
      )}
    </ReportSection>
  );
}

function columnsOf(
  minimumGroupSize: number,
  language: Language,
): Array<Column<Range>> {
  const { t, format } = language;
  return [
    {
      id: 'joined',
      label: t('activeUsers.onboarding.joined'),
      cell: ({ from, to, suppressed }) => (
        <>
          {format.period(from, to)}
          {suppressed && (
            <div className={styles.hint}>
              {suppressionText(suppressed, t, minimumGroupSize)}
            </div>
          )}
        </>
      ),
    },
    {
      id: 'people',
      label: t('activeUsers.onboarding.people'),
      numeric: true,
      cell: ({ joined }) =>
        joined === null ? <Withheld /> : format.count(joined),
    },
    shareColumn('within7Days', language),
    shareColumn('within30Days', language),
    shareColumn('within90Days', language),
    {
      id: 'median',
      label: t('activeUsers.onboarding.median'),
      numeric: true,
      cell: range =>
        range.suppressed ? <Withheld /> : medianOf(range, language),
    },
  ];
}

function shareColumn(id: UseId, language: Language): Column<Range> {
  return {
    id,
    label: language.t(`activeUsers.onboarding.${id}`),
    numeric: true,
    cell: range =>
      range.joined === null ? (
        <Withheld />
      ) : (
        partOf(range[id], range.joined, language)
      ),
  };
}

// It is only known not to be reached once everybody has had all of the days.
function medianOf(
  { medianDays, within90Days }: Range,
  { t, format }: Language,
): string {
  if (medianDays !== null) {
    return format.number(medianDays);
  }
  return within90Days === null
    ? t('common.unknown')
    : t('activeUsers.onboarding.notReached');
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
