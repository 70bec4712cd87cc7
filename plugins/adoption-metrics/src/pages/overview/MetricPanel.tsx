import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { metricRouteRefs } from '../../routes';
import { ChangeLine } from '../../ui/metric/ChangeLine';
import { MetricValue } from '../../ui/metric/MetricValue';
import { TargetLine } from '../../ui/metric/TargetLine';
import { Sparkline } from '../../ui/metric/Sparkline';
import { Surface } from '../../ui/Surface';
import { TargetMeter } from '../../ui/metric/TargetMeter';
import { TextLink } from '../../ui/TextLink';
import { useLanguage } from '../../ui/format';
import styles from './OverviewPage.module.css';

/** One metric of the overview, with its verdict in a sentence. */
export function MetricPanel(props: { metric: Metric }) {
  const { metric } = props;
  const { t } = useLanguage();

  const link = useRouteRef(metricRouteRefs[metric.id])?.();
  return (
    <Surface>
      <article className={styles.metric} aria-label={metric.name}>
        <h3 className={styles.name}>{metric.name}</h3>
        <div className={styles.value}>
          <MetricValue metric={metric} />
          <TargetMeter metric={metric} />
          <TargetLine metric={metric} />
        </div>
        <p className={styles.statement}>{metric.statement}</p>
        <Sparkline metric={metric} />
        <div className={styles.notes}>
          <ChangeLine metric={metric} />
          {metric.notes.map(note => (
            <p key={note}>{note}</p>
          ))}
        </div>
        <span className={styles.more}>
          <TextLink href={link}>{t('overview.more')}</TextLink>
        </span>
      </article>
    </Surface>
  );
}
