import type {
  BreakdownGranularity,
  MetricDetail,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useAnswer } from '../../api';
import { dayOf, useLanguage } from '../../ui/format';
import { myDataRouteRef, settingsRouteRef } from '../../routes';
import { FactList } from '../../ui/metric/FactList';
import { includedUsersId } from '../../ui/anchors';
import { TextLink } from '../../ui/TextLink';
import { usePageLink } from '../../ui/usePageLink';
import { ActionsSection } from './ActionsSection';
import { ActivityHistory } from './ActivityHistory';
import styles from './ActiveUsersSections.module.css';
import { AttributesSection } from './AttributesSection';
import { CohortsSection } from './CohortsSection';
import { InventorySection } from './InventorySection';
import { LifecycleSection } from './LifecycleSection';
import { OnboardingSection } from './OnboardingSection';
import { PeriodChoice } from './PeriodChoice';
import { PortalsSection } from './PortalsSection';
import { PluginsSection } from './PluginsSection';
import { TeamPluginSection } from './TeamPluginSection';
import { TeamsSection } from './TeamsSection';

/** Who is active, where, and how that changes. */
export function ActiveUsersSections(props: { detail: MetricDetail }) {
  const { metric, computedAt, timeZone } = props.detail;
  // The history offers the teams and plugins that the tables list.
  const [granularity, setGranularity] =
    useState<BreakdownGranularity>('four-weeks');
  const query = { granularity };
  const teams = useAnswer('GET /activity/teams', { query });
  const plugins = useAnswer('GET /activity/plugins', { query });
  return (
    <>
      <FactList metric={metric} />
      <PeopleLinks />
      <ActivityHistory
        metric={metric}
        today={dayOf(computedAt, timeZone)}
        teams={teams.value}
        plugins={plugins.value}
      />
      <PortalsSection metric={metric} today={dayOf(computedAt, timeZone)} />
      <PeriodChoice chosen={granularity} onChoose={setGranularity} />
      <TeamsSection loaded={teams} metric={metric} granularity={granularity} />
      <PluginsSection loaded={plugins} granularity={granularity} />
      <TeamPluginSection teams={teams.value} granularity={granularity} />
      <AttributesSection granularity={granularity} metric={metric} />
      <ActionsSection granularity={granularity} />
      <InventorySection />
      <LifecycleSection />
      <CohortsSection />
      <OnboardingSection />
    </>
  );
}

function PeopleLinks() {
  const { t } = useLanguage();

  const developers = usePageLink(settingsRouteRef, includedUsersId);
  const myData = usePageLink(myDataRouteRef);
  return (
    <p className={styles.links}>
      <TextLink href={developers}>
        {t('activeUsers.countsAsDeveloper')}
      </TextLink>
      <TextLink href={myData}>{t('common.aboutMe')}</TextLink>
    </p>
  );
}
