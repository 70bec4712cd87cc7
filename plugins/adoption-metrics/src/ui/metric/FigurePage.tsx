import { Header } from '@backstage/ui';
import type {
  FigureDetail,
  MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import type { ComponentType } from 'react';
import { useFigureDetail } from '../../api/useAdoptionMetrics';
import { Loadable } from '../loading/Loadable';
import { SampleHistoryNotice } from '../SampleHistoryNotice';
import { onSurface, PageContent, SectionSkeleton } from '../Section';
import { FigureSummary } from './FigureSummary';
import styles from './FigurePage.module.css';

interface FigurePageProps {
  metric: MetricId;
  /** Shown until the metric's own name has arrived. */
  title: string;
  /** What only this metric has. */
  sections: ComponentType<{ detail: FigureDetail }>;
}

/** One figure: what it is, what it means, how it came about. */
export function FigurePage(props: FigurePageProps) {
  const { metric, title, sections } = props;
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
          {value => <FigureContent detail={value} sections={sections} />}
        </Loadable>
      </PageContent>
    </>
  );
}

function FigureContent(
  props: Pick<FigurePageProps, 'sections'> & { detail: FigureDetail },
) {
  const { detail, sections: Sections } = props;
  const { figure, timeZone, sampleHistory } = detail;
  return (
    <>
      <SampleHistoryNotice sampleHistory={sampleHistory} rounded />
      <FigureSummary figure={figure} timeZone={timeZone} />
      <Sections detail={detail} />
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
