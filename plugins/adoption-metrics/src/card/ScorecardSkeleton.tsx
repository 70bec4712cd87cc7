import { Skeleton } from '@backstage/ui';
import { metricIds } from 'backstage-plugin-adoption-metrics-common';
import { useScorecardLanguage } from '../ui/format';
import cardStyles from './ScorecardCard.module.css';
import footerStyles from './DeadlineFooter.module.css';
import styles from './ScorecardSkeleton.module.css';

/** Tiles and footer in the size of those to come. */
export function ScorecardSkeleton() {
  const { t } = useScorecardLanguage();

  return (
    <>
      <div
        className={cardStyles.tiles}
        role="status"
        aria-label={t('card.loading')}
      >
        {metricIds.map(metric => (
          <div key={metric} className={styles.tile} aria-hidden>
            <Skeleton width="60%" height={18} />
            <Skeleton width="45%" height={22} />
            <Skeleton width="100%" className={styles.growing} />
          </div>
        ))}
      </div>
      <div className={footerStyles.footer} aria-hidden>
        <Skeleton width="40%" height={22} />
      </div>
    </>
  );
}
