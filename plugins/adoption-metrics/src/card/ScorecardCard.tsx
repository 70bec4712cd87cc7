import { useId } from 'react';
import { useOverview } from '../api/useAdoptionMetrics';
import { DeadlineFooter } from './DeadlineFooter';
import { MetricTile } from './MetricTile';
import { Loadable } from '../ui/loading/Loadable';
import { ScorecardHeader } from './ScorecardHeader';
import { ScorecardSkeleton } from './ScorecardSkeleton';
import { useScorecardLanguage } from '../ui/format';
import styles from './ScorecardCard.module.css';

/** The content of the homepage widget: metrics and deadline from one request. */
export function ScorecardCard(props: { title?: string }) {
  const { t } = useScorecardLanguage();
  const { title = t('card.title') } = props;

  const titleId = useId();
  const overview = useOverview();
  return (
    <section
      className={styles.card}
      aria-labelledby={titleId}
      aria-busy={overview.loading && !overview.value}
    >
      <ScorecardHeader
        title={title}
        titleId={titleId}
        scorecard={overview.value?.scorecard}
      />
      <Loadable
        loaded={overview}
        subject={t('card.subject')}
        skeleton={<ScorecardSkeleton />}
      >
        {({ scorecard, deadline }) => (
          <>
            <div className={styles.tiles}>
              {scorecard.metrics.map(metric => (
                <MetricTile key={metric.id} metric={metric} />
              ))}
            </div>
            <DeadlineFooter summary={deadline} />
          </>
        )}
      </Loadable>
    </section>
  );
}
