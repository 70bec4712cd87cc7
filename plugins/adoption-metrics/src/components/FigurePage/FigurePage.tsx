import { Header } from '@backstage/ui';
import type {
  FigureDetail,
  MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import { dayOf } from '../../format';
import { useFigureDetail } from '../../hooks/useAdoptionMetrics';
import { BreakdownTable } from '../BreakdownTable';
import { FactList } from '../FactList';
import { HistorySection } from '../HistorySection';
import { Loadable } from '../Loadable';
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

function FigureContent(props: { detail: FigureDetail }) {
  const { figure, breakdowns, timeZone, computedAt, sampleHistory } =
    props.detail;
  return (
    <>
      <SampleHistoryNotice sampleHistory={sampleHistory} rounded />
      <FigureSummary figure={figure} timeZone={timeZone} />
      <HistorySection figure={figure} today={dayOf(computedAt, timeZone)} />
      <FactList figure={figure} />
      <div className={styles.breakdowns}>
        {breakdowns.map(breakdown => (
          <BreakdownTable key={breakdown.id} breakdown={breakdown} />
        ))}
      </div>
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
