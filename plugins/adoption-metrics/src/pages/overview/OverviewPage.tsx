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
import { FigurePanel } from './FigurePanel';
import styles from './OverviewPage.module.css';

/** The four figures with their verdicts in sentences. */
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
          {({ figures, sampleHistory }) => (
            <>
              <SampleHistoryNotice sampleHistory={sampleHistory} rounded />
              <div className={styles.figures}>
                {figures.map(figure => (
                  <FigurePanel key={figure.metric} figure={figure} />
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
    <div className={styles.figures} role="status" aria-label="Loading figures">
      {metricIds.map(metric => (
        <SectionSkeleton key={metric} height={400} />
      ))}
    </div>
  );
}

function metadataOf(scorecard: Scorecard) {
  const { met, figures, closedThrough, timeZone, computedAt } = scorecard;
  return [
    { label: 'Targets met', value: `${met} of ${figures.length}` },
    {
      label: 'Closed days to',
      value: closedThrough ? formatDay(closedThrough) : 'none yet',
    },
    { label: 'Reporting zone', value: timeZone },
    { label: 'Computed at', value: formatTime(computedAt, timeZone) },
  ];
}
