import { useId } from 'react';
import { useScorecard } from '../api/useAdoptionMetrics';
import { DeadlineFooter } from './DeadlineFooter';
import { MetricTile } from './MetricTile';
import { Loadable } from '../ui/loading/Loadable';
import { SampleHistoryNotice } from '../ui/SampleHistoryNotice';
import { ScorecardHeader } from './ScorecardHeader';
import { ScorecardSkeleton } from './ScorecardSkeleton';
import { useLanguage } from '../ui/format';
import styles from './ScorecardCard.module.css';

/** The content of the homepage widget: the four metrics from one request. */
export function ScorecardCard(props: { title?: string }) {
  const { t } = useLanguage();
  const { title = t('card.title') } = props;

  const titleId = useId();
  const scorecard = useScorecard();
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <ScorecardHeader
        title={title}
        titleId={titleId}
        scorecard={scorecard.value}
      />
      <div
        className={styles.body}
        aria-busy={scorecard.loading && !scorecard.value}
      >
        <Loadable
          loaded={scorecard}
          subject={t('card.subject')}
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
