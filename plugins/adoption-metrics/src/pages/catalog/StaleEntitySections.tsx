import type { FigureDetail } from 'backstage-plugin-adoption-metrics-common';
import { dayOf } from '../../ui/format';
import { BreakdownTable } from './BreakdownTable';
import { FactList } from '../../ui/FactList';
import { FigureHistory } from '../../ui/history';
import { EntitiesSection } from './EntitiesSection';
import { OwnersSection } from './OwnersSection';
import { SpiralSection } from './SpiralSection';
import styles from './StaleEntitySections.module.css';

/** What is stale in the catalog, whose it is and how to repair it. */
export function StaleEntitySections(props: { detail: FigureDetail }) {
  const { figure, breakdowns, computedAt, timeZone } = props.detail;
  const reasons = breakdowns.find(({ id }) => id === 'reasons')?.rows ?? [];
  const found = reasons.filter(({ value }) => value).map(({ id }) => id);
  return (
    <>
      <FigureHistory figure={figure} today={dayOf(computedAt, timeZone)} />
      <EntitiesSection reasons={found} timeZone={timeZone} />
      <OwnersSection />
      <SpiralSection />
      <div className={styles.breakdowns}>
        {breakdowns.map(breakdown => (
          <BreakdownTable key={breakdown.id} breakdown={breakdown} />
        ))}
      </div>
      <FactList figure={figure} />
    </>
  );
}
