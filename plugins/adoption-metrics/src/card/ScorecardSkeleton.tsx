import { Skeleton } from '@backstage/ui';
import { metricIds } from 'backstage-plugin-adoption-metrics-common';
import { useLanguage } from '../ui/format';
import styles from './ScorecardCard.module.css';

/** Four tiles in the size of those to come. */
export function ScorecardSkeleton() {
  const { t } = useLanguage();

  return (
    <div className={styles.tiles} role="status" aria-label={t('card.loading')}>
      {metricIds.map(metric => (
        <div key={metric} className={styles.skeleton} aria-hidden>
          <Skeleton width="60%" height={18} />
          <Skeleton width="45%" height={34} />
          <Skeleton width="100%" height={8} />
          <Skeleton width="80%" height={34} />
          <Skeleton width="100%" className={styles.growing} />
          <Skeleton width="55%" height={34} />
        </div>
      ))}
    </div>
  );
}
