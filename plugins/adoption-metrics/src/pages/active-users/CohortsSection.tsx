import { ReportSection } from '../../ui/loading/ReportSection';
import { useLanguage } from '../../ui/format';
import { CohortTable } from './CohortTable';
import { whyNoRanges } from './joiningTexts';

/** How many of those who joined are still active months later. */
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
      emptyText={answer => whyNoRanges(answer, answer.cohorts, language)}
    >
      {cohorts => <CohortTable cohorts={cohorts} />}
    </ReportSection>
  );
}
