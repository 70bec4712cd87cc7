import {
  activityMeasures,
  breakdownGranularities,
  type ActivityMeasure,
  type BreakdownGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { useAddress } from '../../ui/address';
import { useLanguage } from '../../ui/format';
import { namedIn } from './groupNames';

/** What the page is narrowed to, as its address says. */
export type ActivityChoice = ReturnType<typeof useActivityChoice>;

const usualGranularity = 'four-weeks';

export function useActivityChoice() {
  const { read, readOneOf, change } = useAddress();
  const granularity =
    readOneOf('period', breakdownGranularities) ?? usualGranularity;
  const query = { granularity };
  const language = useLanguage();

  const answer = useAnswer('GET /activity/teams', { query });
  const teams = {
    ...answer,
    value: answer.value && {
      ...answer.value,
      groups: namedIn(answer.value.groups, language),
    },
  };
  const plugins = useAnswer('GET /activity/plugins', { query });
  // Only what is published by itself can be chosen.
  const shownTeams =
    teams.value?.groups.filter(({ kind }) => kind === 'team') ?? [];
  const team = shownTeams.find(({ id }) => id === read('team'));
  const plugin = plugins.value?.plugins.find(({ id }) => id === read('plugin'));
  const narrowed = team !== undefined || plugin !== undefined;
  return {
    granularity,
    chooseGranularity: (chosen: BreakdownGranularity) =>
      change({ period: chosen === usualGranularity ? undefined : chosen }),
    teams,
    shownTeams,
    plugins,
    team,
    plugin: plugin?.id,
    /** Teams and plugins have a history of 28 days each. */
    measure: narrowed
      ? 'monthly'
      : readOneOf('measure', activityMeasures) ?? 'monthly',
    // One dimension at a time has a history.
    chooseMeasure: (measure: ActivityMeasure) =>
      change({
        measure: measure === 'monthly' ? undefined : measure,
        team: undefined,
        plugin: undefined,
      }),
    chooseTeam: (id: string | undefined) =>
      change({
        team: id === team?.id ? undefined : id,
        plugin: undefined,
        measure: undefined,
      }),
    choosePlugin: (id: string | undefined) =>
      change({
        plugin: id === plugin?.id ? undefined : id,
        team: undefined,
        measure: undefined,
      }),
  };
}
