import type { MetricDetail } from 'backstage-plugin-adoption-metrics-common';
import { dayOf } from '../../ui/format';
import { FactList } from '../../ui/metric/FactList';
import { MetricHistory } from '../../ui/history';
import { ComponentsSection } from './ComponentsSection';
import { IncidentsSection } from './IncidentsSection';
import { MaintenanceSection } from './MaintenanceSection';
import { TimelineSection } from './TimelineSection';
import { WindowsSection } from './WindowsSection';

/** When the portal was up, what kept it down, and how that is known. */
export function UptimeSections(props: { detail: MetricDetail }) {
  const { metric, computedAt, timeZone } = props.detail;
  const today = dayOf(computedAt, timeZone);
  return (
    <>
      <FactList metric={metric} />
      <TimelineSection today={today} timeZone={timeZone} />
      <IncidentsSection observed={metric.value !== null} timeZone={timeZone} />
      <WindowsSection />
      <ComponentsSection timeZone={timeZone} />
      <MaintenanceSection timeZone={timeZone} />
      <MetricHistory metric={metric} today={today} />
    </>
  );
}
