import { Header } from '@backstage/ui';
import {
  metricIds,
  type Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { formatDay, formatTime } from '../../ui/format';
import { useScorecard } from '../../api/useAdoptionMetrics';
import { Loadable } from '../../ui/loading/Loadable';
import { SampleHistoryNotice } from '../../ui/SampleHistoryNotice';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { MetricPanel } from './MetricPanel';
import styles from './OverviewPage.module.css';

/** The four metrics with their verdicts in sentences. */
export function OverviewPage() {
  const scorecard = useScorecard();
  return (
    <>
      <Header
        title="Adoption scorecard"
        metadata={scorecard.value && metadataOf(scorecard.value)}
      />
      <PageContent>
        <Loadable
          loaded={scorecard}
          subject="The scorecard"
          skeleton={<OverviewSkeleton />}
          frame={onSurface}
        >
          {({ metrics, sampleHistory }) => (
            <>
              <SampleHistoryNotice sampleHistory={sampleHistory} rounded />
              <div className={styles.metrics}>
                {metrics.map(metric => (
                  <MetricPanel key={metric.id} metric={metric} />
                ))}
              </div>
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

function OverviewSkeleton() {
  return (
    <div className={styles.metrics} role="status" aria-label="Loading metrics">
      {metricIds.map(metric => (
        <SectionSkeleton key={metric} height={400} />
      ))}
    </div>
  );
}

function metadataOf(scorecard: Scorecard) {
  const { met, metrics, closedThrough, timeZone, computedAt } = scorecard;
  return [
    { label: 'Targets met', value: `${met} of ${metrics.length}` },
    {
      label: 'Closed days to',
      value: closedThrough ? formatDay(closedThrough) : 'none yet',
    },
    { label: 'Reporting zone', value: timeZone },
    { label: 'Computed at', value: formatTime(computedAt, timeZone) },
  ];
}
