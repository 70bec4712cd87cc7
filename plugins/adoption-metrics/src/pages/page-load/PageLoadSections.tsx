import type { MetricDetail } from 'backstage-plugin-adoption-metrics-common';
import { Fold } from '../../ui/Fold';
import { useLanguage } from '../../ui/format';
import { FactList } from '../../ui/metric/FactList';
import { MetricSummary } from '../../ui/metric/MetricSummary';
import { NextSteps } from '../../ui/metric/NextSteps';
import { CoverageSection } from './CoverageSection';
import { DistributionSection } from './DistributionSection';
import { HoursSection } from './HoursSection';
import { KindsSection } from './KindsSection';
import { PageLoadControls } from './PageLoadControls';
import { PageLoadHistory } from './PageLoadHistory';
import { PercentilesSection } from './PercentilesSection';
import { RoutesSection } from './RoutesSection';
import { usePageLoadChoice } from './usePageLoadChoice';

const foldedSections = ['distribution', 'percentiles', 'kinds', 'coverage'];

/** How fast the portal feels, where, when, and how much of it was measured. */
export function PageLoadSections(props: { detail: MetricDetail }) {
  const { metric } = props.detail;
  const { t } = useLanguage();

  const choice = usePageLoadChoice(props.detail);
  return (
    <>
      <MetricSummary detail={props.detail} />
      <NextSteps metric={metric} />
      <PageLoadControls choice={choice} />
      <RoutesSection choice={choice} />
      <PageLoadHistory choice={choice} />
      <HoursSection choice={choice} targetSeconds={metric.target.value} />
      <Fold
        title={t('metric.details')}
        hint={t('pageLoad.detailsHint')}
        anchors={foldedSections}
      >
        <DistributionSection choice={choice} />
        <PercentilesSection routes={choice.routes} />
        <KindsSection days={choice.days} />
        <CoverageSection days={choice.days} />
        <FactList metric={metric} />
      </Fold>
    </>
  );
}
