import {
  Cohorts,
  Lifecycle,
  Onboarding,
  PluginUse,
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { formatCsv } from '../http';

// Unknown and suppressed cells are empty.

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
  return formatCsv(
    [
      'from',
      'to',
      'developers',
      'active',
      'new',
      'returning',
      'reactivated',
      'lapsed',
      'neverSeen',
    ],
    periods,
  );
}

/** One row for each cohort and week. */
export function cohortsToCsv({ cohorts }: Cohorts): string {
  return formatCsv(
    ['week', 'size', 'after', 'active', 'share', 'suppressed'],
    cohorts.flatMap(({ weeks, ...cohort }) =>
      weeks.map(week => ({ ...cohort, ...week })),
    ),
  );
}

export function onboardingToCsv({ months }: Onboarding): string {
  return formatCsv(
    [
      'month',
      'joined',
      'used',
      'within7Days',
      'within30Days',
      'medianDays',
      'suppressed',
    ],
    months,
  );
}
