import type { MetricDetail } from 'backstage-plugin-adoption-metrics-common';
import { Fold } from '../../ui/Fold';
import { dayOf, useLanguage } from '../../ui/format';
import { FactList } from '../../ui/metric/FactList';
import { MetricSummary } from '../../ui/metric/MetricSummary';
import { NextSteps } from '../../ui/metric/NextSteps';
import { ActionsSection } from './ActionsSection';
import { ActivityControls } from './ActivityControls';
import { ActivityHistory } from './ActivityHistory';
import { AttributesSection } from './AttributesSection';
import { CohortsSection } from './CohortsSection';
import { InventorySection } from './InventorySection';
import { LifecycleSection } from './LifecycleSection';
import { OnboardingSection } from './OnboardingSection';
import { PeopleLinks } from './PeopleLinks';
import { PluginsSection } from './PluginsSection';
import { PortalsSection } from './PortalsSection';
import { TeamPluginSection } from './TeamPluginSection';
import { TeamsSection } from './TeamsSection';
import { useActivityChoice } from './useActivityChoice';

/** Who is active, where, and how that changes. */
export function ActiveUsersSections(props: { detail: MetricDetail }) {
  const { metric, computedAt, timeZone } = props.detail;
  const { t } = useLanguage();

  const today = dayOf(computedAt, timeZone);
  const choice = useActivityChoice();
  const { granularity } = choice;
  return (
    <>
      <MetricSummary detail={props.detail} />
      <NextSteps metric={metric} />
      <ActivityControls choice={choice} />
      <ActivityHistory today={today} choice={choice} />
      <LifecycleSection today={today} />
      <TeamsSection choice={choice} metric={metric} />
      <PluginsSection choice={choice} />
      <PortalsSection metric={metric} today={today} granularity={granularity} />
      <AttributesSection granularity={granularity} metric={metric} />
      <ActionsSection granularity={granularity} />
      <InventorySection />
      <CohortsSection />
      <OnboardingSection />
      <Fold
        title={t('metric.details')}
        hint={t('activeUsers.detailsHint')}
        anchors={['team-plugins']}
      >
        <TeamPluginSection choice={choice} />
        <FactList metric={metric} />
        <PeopleLinks />
      </Fold>
    </>
  );
}
