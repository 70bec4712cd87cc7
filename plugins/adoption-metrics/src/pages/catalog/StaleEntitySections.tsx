import type { MetricDetail } from 'backstage-plugin-adoption-metrics-common';
import { dayOf } from '../../ui/format';
import { BreakdownTable } from './BreakdownTable';
import { FactList } from '../../ui/metric/FactList';
import { MetricHistory } from '../../ui/history';
import { EntitiesSection } from './EntitiesSection';
import { OwnersSection } from './OwnersSection';
import { SpiralSection } from './SpiralSection';
import styles from './StaleEntitySections.module.css';

/** What is stale in the catalog, whose it is and how to repair it. */
export function StaleEntitySections(props: { detail: MetricDetail }) {
  const { metric, breakdowns, computedAt, timeZone } = props.detail;
  const reasons = breakdowns.find(({ id }) => id === 'reasons')?.rows ?? [];
  const found = reasons.filter(({ value }) => value).map(({ id }) => id);
  return (
    <>
      <MetricHistory metric={metric} today={dayOf(computedAt, timeZone)} />
      <EntitiesSection reasons={found} timeZone={timeZone} />
      <OwnersSection />
      <SpiralSection />
      <div className={styles.breakdowns}>
        {breakdowns.map(breakdown => (
          <BreakdownTable key={breakdown.id} breakdown={breakdown} />
        ))}
      </div>
      <FactList metric={metric} />
    </>
  );
}
