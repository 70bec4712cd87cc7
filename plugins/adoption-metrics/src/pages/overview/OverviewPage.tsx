import {
  metricIds,
  type Overview,
} from 'backstage-plugin-adoption-metrics-common';
import { useOverview } from '../../api/useAdoptionMetrics';
import { ActionsSection } from '../../ui/ActionsSection';
import { Loadable } from '../../ui/loading/Loadable';
import { PageVerdict } from '../../ui/PageVerdict';
import { SampleHistoryNotice } from '../../ui/SampleHistoryNotice';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { useLanguage, type Language } from '../../ui/format';
import { DeadlinePanel } from './DeadlinePanel';
import { MetricTile } from './MetricTile';
import { verdictOf } from './verdictOf';
import styles from './OverviewPage.module.css';

/** Where the portal stands, how likely the goal is, and what would help. */
export function OverviewPage() {
  const { t } = useLanguage();

  const overview = useOverview();
  return (
    <PageContent>
      <Loadable
        loaded={overview}
        subject={t('overview.subject')}
        skeleton={<OverviewSkeleton />}
        frame={onSurface}
      >
        {({ scorecard, deadline }) => (
          <>
            <Verdict overview={{ scorecard, deadline }} />
            <DeadlinePanel summary={deadline} />
            <div className={styles.tiles}>
              {scorecard.metrics.map(metric => (
                <MetricTile key={metric.id} metric={metric} />
              ))}
            </div>
            <ActionsSection />
            <SampleHistoryNotice
              sampleHistory={scorecard.sampleHistory}
              rounded
            />
          </>
        )}
      </Loadable>
    </PageContent>
  );
}

/** Where the portal stands, and of which day. */
function Verdict(props: { overview: Overview }) {
  const { overview } = props;
  const language = useLanguage();

  return (
    <PageVerdict
      title={language.t('common.page.overview')}
      moment={momentOf(overview.scorecard, language)}
    >
      {verdictOf(overview, language)}
    </PageVerdict>
  );
}

function OverviewSkeleton() {
  const { t } = useLanguage();

  return (
    <div
      className={styles.skeleton}
      role="status"
      aria-label={t('overview.loading')}
    >
      <SectionSkeleton height={240} />
      <div className={styles.tiles}>
        {metricIds.map(metric => (
          <SectionSkeleton key={metric} height={170} />
        ))}
      </div>
    </div>
  );
}

/** Of which day it speaks or, before there is one, when it will. */
function momentOf(
  scorecard: Overview['scorecard'],
  { t, format }: Language,
): string[] {
  const { closedThrough, firstMetricsOn, timeZone, computedAt } = scorecard;
  return [
    closedThrough === null
      ? t('overview.firstMetrics', { day: format.day(firstMetricsOn!) })
      : t('overview.dataThrough', { day: format.day(closedThrough) }),
    t('overview.updated', {
      time: format.time(computedAt, timeZone),
      timeZone,
    }),
  ];
}
