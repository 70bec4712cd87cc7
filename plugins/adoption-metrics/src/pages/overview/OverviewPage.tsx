import { Header } from '@backstage/ui';
import {
  metricIds,
  type Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { useScorecard } from '../../api/useAdoptionMetrics';
import { Loadable } from '../../ui/loading/Loadable';
import { SampleHistoryNotice } from '../../ui/SampleHistoryNotice';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { MetricPanel } from './MetricPanel';
import { useLanguage, type Language } from '../../ui/format';
import styles from './OverviewPage.module.css';

/** The four metrics with their verdicts in sentences. */
export function OverviewPage() {
  const language = useLanguage();
  const { t } = language;

  const scorecard = useScorecard();
  return (
    <>
      <Header
        title={t('overview.title')}
        metadata={scorecard.value && metadataOf(scorecard.value, language)}
      />
      <PageContent>
        <Loadable
          loaded={scorecard}
          subject={t('overview.subject')}
          skeleton={<OverviewSkeleton />}
          frame={onSurface}
        >
          {({ metrics, sampleHistory }) => (
            <>
              <SampleHistoryNotice sampleHistory={sampleHistory} rounded />
              <div className={styles.metrics}>
                {metrics.map(metric => (
                  <MetricPanel key={metric.id} metric={metric} />
                ))}
              </div>
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

function OverviewSkeleton() {
  const { t } = useLanguage();

  return (
    <div
      className={styles.metrics}
      role="status"
      aria-label={t('overview.loading')}
    >
      {metricIds.map(metric => (
        <SectionSkeleton key={metric} height={400} />
      ))}
    </div>
  );
}

function metadataOf(scorecard: Scorecard, language: Language) {
  const { timeZone, computedAt } = scorecard;
  const { t, format } = language;
  return [
    ...closedDaysOf(scorecard, language),
    { label: t('common.timeZone'), value: timeZone },
    {
      label: t('overview.updated'),
      value: format.time(computedAt, timeZone),
    },
  ];
}

/** What the closed days say or, before there are any, when they will. */
function closedDaysOf(
  { met, metrics, closedThrough, firstMetricsOn }: Scorecard,
  { t, format }: Language,
) {
  if (closedThrough === null) {
    const day = format.day(firstMetricsOn!);
    return [
      {
        label: t('overview.firstMetrics'),
        value: t('overview.firstMetricsOn', { day }),
      },
    ];
  }
  return [
    {
      label: t('overview.targetsMet'),
      value: t('common.partOfWhole', {
        part: format.count(met),
        whole: format.count(metrics.length),
      }),
    },
    { label: t('overview.dataThrough'), value: format.day(closedThrough) },
  ];
}
