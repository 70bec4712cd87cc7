import type { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import { ReportSection } from '../../ui/loading/ReportSection';
import { CohortTable } from './CohortTable';
import { useLanguage, type Language } from '../../ui/format';

/** How many of those who came in a week are still there weeks later. */
export function CohortsSection() {
  const language = useLanguage();
  const { t } = language;

  return (
    <ReportSection
      id="retention"
      title={t('activeUsers.cohorts.title')}
      route="GET /activity/cohorts"
      height={360}
      description={t('activeUsers.cohorts.description')}
      emptyText={cohorts => whyEmpty(cohorts, language)}
    >
      {cohorts => <CohortTable cohorts={cohorts} />}
    </ReportSection>
  );
}

function whyEmpty(
  { cohorts, minimumGroupSize }: Cohorts,
  { t, format }: Language,
): string | undefined {
  if (cohorts.length === 0) {
    return t('activeUsers.cohorts.empty');
  }
  return cohorts.every(({ suppressed }) => suppressed)
    ? t('activeUsers.cohorts.hidden', {
        minimum: format.count(minimumGroupSize),
      })
    : undefined;
}
