import { Header } from '@backstage/ui';
import type {
  FigureDetail,
  MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import { lazy, Suspense, type ComponentType } from 'react';
import { useFigureDetail } from '../../api/useAdoptionMetrics';
import { Loadable } from '../loading/Loadable';
import { SampleHistoryNotice } from '../SampleHistoryNotice';
import { onSurface, PageContent, SectionSkeleton } from '../Section';
import { FigureSummary } from './FigureSummary';
import styles from './FigurePage.module.css';

interface FigurePageProps {
  metric: MetricId;
  /** Shown until the figure's own name has arrived. */
  title: string;
}

/** One figure: what it is, what it means, how it came about. */
export function FigurePage(props: FigurePageProps) {
  const { metric, title } = props;
  const detail = useFigureDetail(metric);
  return (
    <>
      <Header title={detail.value?.figure.name ?? title} />
      <PageContent>
        <Loadable
          loaded={detail}
          subject="The figure"
          skeleton={<FigureSkeleton />}
          frame={onSurface}
        >
          {value => <FigureContent detail={value} />}
        </Loadable>
      </PageContent>
    </>
  );
}

// What only one figure has, only its page loads.
const ownSections: Record<MetricId, ComponentType<{ detail: FigureDetail }>> = {
  'active-users': lazy(async () => {
    const { ActiveUsersSections } = await import(
      '../../pages/active-users/ActiveUsersSections'
    );
    return { default: ActiveUsersSections };
  }),
  'page-load': lazy(async () => {
    const { PageLoadSections } = await import(
      '../../pages/page-load/PageLoadSections'
    );
    return { default: PageLoadSections };
  }),
  uptime: lazy(async () => {
    const { UptimeSections } = await import(
      '../../pages/uptime/UptimeSections'
    );
    return { default: UptimeSections };
  }),
  'stale-entities': lazy(async () => {
    const { StaleEntitySections } = await import(
      '../../pages/catalog/StaleEntitySections'
    );
    return { default: StaleEntitySections };
  }),
};

function FigureContent(props: { detail: FigureDetail }) {
  const { figure, timeZone, sampleHistory } = props.detail;
  const Sections = ownSections[figure.metric];
  return (
    <>
      <SampleHistoryNotice sampleHistory={sampleHistory} rounded />
      <FigureSummary figure={figure} timeZone={timeZone} />
      <Suspense fallback={<SectionSkeleton height={420} />}>
        <Sections detail={props.detail} />
      </Suspense>
    </>
  );
}

function FigureSkeleton() {
  return (
    <div
      className={styles.skeleton}
      role="status"
      aria-label="Loading the figure"
    >
      <SectionSkeleton height={250} />
      <SectionSkeleton height={420} />
    </div>
  );
}
