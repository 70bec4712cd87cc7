import { useId } from 'react';
import { useScorecard } from '../api/useAdoptionMetrics';
import { DeadlineFooter } from './DeadlineFooter';
import { MetricTile } from './MetricTile';
import { Loadable } from '../ui/loading/Loadable';
import { SampleHistoryNotice } from '../ui/SampleHistoryNotice';
import { ScorecardHeader } from './ScorecardHeader';
import { ScorecardSkeleton } from './ScorecardSkeleton';
import styles from './ScorecardCard.module.css';

/** The content of the homepage widget: the four metrics from one request. */
export function ScorecardCard(props: { title?: string }) {
  const { title = 'Adoption scorecard' } = props;
  const titleId = useId();
  const scorecard = useScorecard();
  const header = { title, titleId, scorecard: scorecard.value };
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <ScorecardHeader {...header} />
      <div
        className={styles.body}
        aria-busy={scorecard.loading && !scorecard.value}
      >
        <Loadable
          loaded={scorecard}
          subject="The scorecard"
          skeleton={<ScorecardSkeleton />}
        >
          {({ metrics, sampleHistory }) => (
            <>
              <SampleHistoryNotice sampleHistory={sampleHistory} />
              <div className={styles.tiles}>
                {metrics.map(metric => (
                  <MetricTile key={metric.id} metric={metric} />
                ))}
              </div>
              <DeadlineFooter />
            </>
          )}
        </Loadable>
      </div>
    </section>
  );
}
