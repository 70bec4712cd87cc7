import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { metricRouteRefs } from '../../routes';
import { gapTextOf, spokenMetricOf, useLanguage } from '../../ui/format';
import { MetricValue } from '../../ui/metric/MetricValue';
import { Sparkline } from '../../ui/metric/Sparkline';
import { Surface } from '../../ui/Surface';
import styles from './OverviewPage.module.css';

/** One metric of the overview; all of it is the link to its page. */
export function MetricTile(props: { metric: Metric }) {
  const { metric } = props;
  const language = useLanguage();
  const { t } = language;

  const link = useRouteRef(metricRouteRefs[metric.id])?.();
  const name = t(`metric.name.${metric.id}`);
  const spoken = t('metric.named', {
    name,
    text: spokenMetricOf(metric, language),
  });
  return (
    <Surface className={styles.tile}>
      <TileContent name={name} metric={metric} />
      {/* Over the content and not around it: its name says more than that. */}
      {link ? (
        <Link
          href={link}
          standalone
          aria-label={spoken}
          className={styles.tileLink}
        >
          {null}
        </Link>
      ) : (
        <div role="group" aria-label={spoken} />
      )}
    </Surface>
  );
}

/** What the accessible name of the tile says, for those who see it. */
function TileContent(props: { name: string; metric: Metric }) {
  const { name, metric } = props;
  const language = useLanguage();

  return (
    <span className={styles.tileContent} aria-hidden>
      <span className={styles.name}>{name}</span>
      <MetricValue metric={metric} />
      <Sparkline metric={metric} />
      <span className={styles.gap}>{gapTextOf(metric, language)}</span>
    </span>
  );
}
