import type { FigureDetail } from 'backstage-plugin-adoption-metrics-common';
import { dayOf } from '../../ui/format';
import { FactList } from '../../ui/FactList';
import { FigureHistory } from '../../ui/history';
import { ComponentsSection } from './ComponentsSection';
import { IncidentsSection } from './IncidentsSection';
import { MaintenanceSection } from './MaintenanceSection';
import { TimelineSection } from './TimelineSection';
import { WindowsSection } from './WindowsSection';

/** When the portal was up, what kept it down, and how that is known. */
export function UptimeSections(props: { detail: FigureDetail }) {
  const { figure, computedAt, timeZone } = props.detail;
  const today = dayOf(computedAt, timeZone);
  return (
    <>
      <FactList figure={figure} />
      <TimelineSection today={today} timeZone={timeZone} />
      <IncidentsSection observed={figure.value !== null} timeZone={timeZone} />
      <WindowsSection />
      <ComponentsSection timeZone={timeZone} />
      <MaintenanceSection timeZone={timeZone} />
      <FigureHistory figure={figure} today={today} />
    </>
  );
}
