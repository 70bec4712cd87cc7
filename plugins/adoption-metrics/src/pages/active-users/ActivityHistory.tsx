import { useApi } from '@backstage/frontend-plugin-api';
import {
  activityMeasures,
  type PluginUse,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import { activityHistoryLoader } from './activityHistoryLoader';
import type { ActivityChoice } from './useActivityChoice';
import { useLanguage, type Format, type Translate } from '../../ui/format';

interface ActivityHistoryProps {
  today: string;
  choice: ActivityChoice;
}

/** No id of a team or plugin looks like this. */
const all = '*';

const idOf = (option: string) => (option === all ? undefined : option);

/** The history of the metric, of its other measures, and of parts of it. */
export function ActivityHistory(props: ActivityHistoryProps) {
  const { today, choice } = props;
  const language = useLanguage();
  const { t, format } = language;

  const api = useApi(adoptionMetricsApiRef);
  const { measure, team, plugin } = choice;
  const source = useMemo(
    () => activityHistoryLoader(api, { measure, team: team?.id, plugin }),
    [api, measure, team?.id, plugin],
  );
  const choices = (
    <>
      <Selection
        label={t('activeUsers.measure.label')}
        options={activityMeasures.map(
          each => [each, t(`activeUsers.measure.${each}`)] as const,
        )}
        chosen={measure}
        onChoose={choice.chooseMeasure}
      />
      <Selection
        label={t('activeUsers.history.team')}
        options={[
          [all, t('activeUsers.history.allTeams')],
          ...teamOptions(choice.shownTeams, format),
        ]}
        chosen={team?.id ?? all}
        onChoose={id => choice.chooseTeam(idOf(id))}
      />
      <Selection
        label={t('activeUsers.history.plugin')}
        options={[
          [all, t('activeUsers.history.allPlugins')],
          ...pluginOptions(choice.plugins.value),
        ]}
        chosen={plugin ?? all}
        onChoose={id => choice.choosePlugin(idOf(id))}
      />
    </>
  );
  return (
    <HistorySection
      name={nameOf(choice, t)}
      source={source}
      today={today}
      choices={choices}
    />
  );
}

function teamOptions(
  teams: ActivityChoice['shownTeams'],
  format: Format,
): Array<[string, string]> {
  return teams
    .map(({ id, name }): [string, string] => [id, name])
    .sort(([, left], [, right]) => format.compare(left, right));
}

function pluginOptions(use?: PluginUse): Array<[string, string]> {
  const shown = use?.plugins ?? [];
  return shown.map(({ id }): [string, string] => [id, id]).sort();
}

/** The metric's own name where nothing else is chosen. */
function nameOf(
  { measure, team, plugin }: ActivityChoice,
  t: Translate,
): string {
  return measure === 'monthly' && !team && !plugin
    ? t('metric.name.active-users')
    : [t(`activeUsers.measure.${measure}`), team?.name, plugin]
        .filter(Boolean)
        .join(', ');
}
