import {
  ActionUse,
  AttributeUse,
  Cohorts,
  Lifecycle,
  Onboarding,
  PluginInventory,
  PluginUse,
  TeamPluginUse,
  TeamUse,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';
import { lifecycleKinds } from './dimensions';

// Unknown and hidden values are empty cells.

export function teamsToCsv({ groups }: TeamUse): string {
  return formatCsv(
    [
      'id',
      'kind',
      'name',
      'parentId',
      'teams',
      'developers',
      'active',
      'share',
      'previousShare',
    ],
    groups.map(({ teams, ...group }) => ({
      ...group,
      teams: teams.map(({ id }) => id).join(' '),
    })),
  );
}

export function pluginsToCsv({ plugins }: PluginUse): string {
  return formatCsv(['id', 'people', 'previousPeople', 'actions'], plugins);
}

export function teamPluginsToCsv({ cells }: TeamPluginUse): string {
  return formatCsv(['groupId', 'pluginId', 'people'], cells);
}

export function lifecycleToCsv({ periods }: Lifecycle): string {
  return formatCsv(['from', 'to', 'developers', ...lifecycleKinds], periods);
}

/** One row per joining range and period after it. */
export function cohortsToCsv({ cohorts }: Cohorts): string {
  return formatCsv(
    [
      'from',
      'to',
      'joined',
      'period',
      'people',
      'active',
      'share',
      'suppressed',
    ],
    cohorts.flatMap(({ periods, people: joined, ...cohort }) =>
      periods.length === 0
        ? [{ ...cohort, joined }]
        : periods.map(period => ({ ...cohort, joined, ...period })),
    ),
  );
}

export function onboardingToCsv({ ranges }: Onboarding): string {
  return formatCsv(
    [
      'from',
      'to',
      'joined',
      'within7Days',
      'within30Days',
      'within90Days',
      'medianDays',
      'suppressed',
    ],
    ranges,
  );
}

export function actionsToCsv({ actions }: ActionUse): string {
  return formatCsv(
    ['id', 'firstSeenOn', 'uses', 'previousUses', 'people', 'previousPeople'],
    actions,
  );
}

export function inventoryToCsv({ plugins }: PluginInventory): string {
  return formatCsv(
    [
      'id',
      'isBase',
      'surface',
      'firstReportedOn',
      'lastReportedOn',
      'isInBackend',
      'use',
      'whyUnknown',
      'people',
      'suppressed',
      'removal',
    ],
    plugins,
  );
}

/** One row per attribute and group. */
export function attributesToCsv({ attributes }: AttributeUse): string {
  return formatCsv(
    [
      'attribute',
      'id',
      'kind',
      'name',
      'values',
      'developers',
      'active',
      'share',
      'previousShare',
    ],
    attributes.flatMap(({ id: attribute, groups }) =>
      groups.map(({ values, ...group }) => ({
        attribute,
        ...group,
        values: values.join('; '),
      })),
    ),
  );
}
