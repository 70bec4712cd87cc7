import type { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import { ReportSection } from '../../ui/loading/ReportSection';
import { CohortTable } from './CohortTable';

/** How many of those who came in a week are still there weeks later. */
export function CohortsSection() {
  return (
    <ReportSection
      id="retention"
      title="Retention by first week"
      report="activity/cohorts"
      height={360}
      description="Each row follows the people who used the portal for the first time in that week: the share of them active one, two and more weeks later."
      emptyText={whyEmpty}
    >
      {cohorts => <CohortTable cohorts={cohorts} />}
    </ReportSection>
  );
}

function whyEmpty({ cohorts, minimumGroupSize }: Cohorts): string | undefined {
  if (cohorts.length === 0) {
    return 'No whole week since the first use is closed yet.';
  }
  return cohorts.every(({ suppressed }) => suppressed)
    ? `Nothing can be shown: in no week did at least ${minimumGroupSize} people begin to use the portal.`
    : undefined;
}
