import type {
  MetricDetail,
  MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import type { ComponentType } from 'react';
import { useMetricDetail } from '../../api/useAdoptionMetrics';
import { Loadable } from '../loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../Section';
import { useLanguage } from '../format';
import styles from './MetricPage.module.css';

interface MetricPageProps {
  id: MetricId;
  /** What only this id has. */
  sections: ComponentType<{ detail: MetricDetail }>;
}

/** One metric; its sections begin with the summary of it. */
export function MetricPage(props: MetricPageProps) {
  const { id, sections: Sections } = props;
  const { t } = useLanguage();

  const detail = useMetricDetail(id);
  return (
    <PageContent>
      <Loadable
        loaded={detail}
        subject={t('metric.subject')}
        skeleton={<MetricSkeleton />}
        frame={onSurface}
      >
        {value => <Sections detail={value} />}
      </Loadable>
    </PageContent>
  );
}

function MetricSkeleton() {
  const { t } = useLanguage();

  return (
    <div
      className={styles.skeleton}
      role="status"
      aria-label={t('metric.loading')}
    >
      <SectionSkeleton height={250} />
      <SectionSkeleton height={420} />
    </div>
  );
}
