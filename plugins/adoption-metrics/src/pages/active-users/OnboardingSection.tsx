import type { Onboarding } from 'backstage-plugin-adoption-metrics-common';
import {
  formatCount,
  formatMonth,
  formatShare,
  suppressionText,
} from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import styles from './ActiveUsersSections.module.css';
import { Withheld } from './Withheld';

type Month = Onboarding['months'][number];
type UseId = 'used' | 'within7Days' | 'within30Days';

/** How soon those who join come to use the portal. */
export function OnboardingSection() {
  return (
    <ReportSection
      id="onboarding"
      title="From joining to first use"
      report="activity/onboarding"
      height={280}
      description="Developers by the month in which they joined. The median is reached once half of them have used the portal."
      emptyText={whyEmpty}
    >
      {({ months, minimumGroupSize }) => (
        <DataTable
          name="From joining to first use, by month"
          columns={columnsOf(minimumGroupSize)}
          rows={[...months].reverse()}
          rowKey={({ month }) => month}
        />
      )}
    </ReportSection>
  );
}

function whyEmpty({
  months,
  minimumGroupSize,
}: Onboarding): string | undefined {
  if (months.length === 0) {
    return 'Nobody is known to have joined in these months.';
  }
  return months.every(({ suppressed }) => suppressed)
    ? `Nothing can be shown: in no month did at least ${minimumGroupSize} people join.`
    : undefined;
}

function columnsOf(minimumGroupSize: number): Array<Column<Month>> {
  return [
    {
      id: 'month',
      label: 'Joined in',
      cell: ({ month, suppressed }) => (
        <>
          {formatMonth(month)}
          {suppressed && (
            <div className={styles.hint}>
              {suppressionText(suppressed, minimumGroupSize)}
            </div>
          )}
        </>
      ),
    },
    {
      id: 'joined',
      label: 'Joined',
      numeric: true,
      cell: ({ joined }) => formatCount(joined),
    },
    shareColumn('used', 'Used it since'),
    shareColumn('within7Days', 'Within 7 days'),
    shareColumn('within30Days', 'Within 30 days'),
    {
      id: 'median',
      label: 'Median days',
      numeric: true,
      cell: ({ medianDays, suppressed }) =>
        suppressed ? <Withheld /> : medianDays ?? 'not reached',
    },
  ];
}

function shareColumn(id: UseId, label: string): Column<Month> {
  return {
    id,
    label,
    numeric: true,
    cell: month =>
      month.suppressed ? <Withheld /> : partOf(month[id], month.joined),
  };
}

/** "8 (66%)" */
function partOf(part: number | null, whole: number): string {
  if (part === null) {
    return 'unknown';
  }
  return whole > 0
    ? `${formatCount(part)} (${formatShare(part / whole)})`
    : formatCount(part);
}
