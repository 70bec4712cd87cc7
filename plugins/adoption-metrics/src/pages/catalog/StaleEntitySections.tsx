import type { MetricDetail } from 'backstage-plugin-adoption-metrics-common';
import { dayOf } from '../../ui/format';
import { MetricHistory } from '../../ui/history';
import { MetricSummary } from '../../ui/metric/MetricSummary';
import { NextSteps } from '../../ui/metric/NextSteps';
import { BreakdownTable } from './BreakdownTable';
import { CatalogControls } from './CatalogControls';
import { EntitiesSection } from './EntitiesSection';
import { OwnersSection } from './OwnersSection';
import { SpiralSection } from './SpiralSection';
import { useCatalogChoice } from './useCatalogChoice';
import styles from './StaleEntitySections.module.css';

/** What is stale in the catalog, whose it is and how to fix it. */
export function StaleEntitySections(props: { detail: MetricDetail }) {
  const { metric, breakdowns, computedAt, timeZone } = props.detail;
  const reasons = foundIn(breakdowns, 'reasons');
  const kinds = foundIn(breakdowns, 'kinds');
  const choice = useCatalogChoice({ reasons, kinds });
  return (
    <>
      <MetricSummary detail={props.detail} />
      <NextSteps metric={metric} />
      <CatalogControls choice={choice} />
      <EntitiesSection choice={choice} reasons={reasons} timeZone={timeZone} />
      <MetricHistory metric={metric} today={dayOf(computedAt, timeZone)} />
      <OwnersSection choice={choice} />
      <div className={styles.breakdowns}>
        {breakdowns.map(breakdown => (
          <BreakdownTable
            key={breakdown.id}
            breakdown={breakdown}
            choice={choice}
          />
        ))}
      </div>
      <SpiralSection />
    </>
  );
}

/** Members of a breakdown of which there is at least one. */
function foundIn(breakdowns: MetricDetail['breakdowns'], id: string): string[] {
  const rows = breakdowns.find(each => each.id === id)?.rows ?? [];
  return rows.filter(({ value }) => value).map(row => row.id);
}
