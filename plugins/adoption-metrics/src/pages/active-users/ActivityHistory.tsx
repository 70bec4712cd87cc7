import { useApi } from '@backstage/frontend-plugin-api';
import {
  activityMeasures,
  type Metric,
  type PluginUse,
  type TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import {
  activityHistoryLoader,
  type ActivityChoice,
} from './activityHistoryLoader';
import { useLanguage, type Format, type Translate } from '../../ui/format';

interface ActivityHistoryProps {
  metric: Metric;
  today: string;
  teams?: TeamUse;
  plugins?: PluginUse;
}

/** No id of a team or plugin looks like this. */
const all = '*';

const idOf = (option: string) => (option === all ? undefined : option);

/** The history of the id, of its other measures, and of parts of it. */
export function ActivityHistory(props: ActivityHistoryProps) {
  const { metric, today } = props;
  const language = useLanguage();
  const { t, format } = language;

  const api = useApi(adoptionMetricsApiRef);
  const [choice, setChoice] = useState<ActivityChoice>({ measure: 'monthly' });
  const source = useMemo(
    () => activityHistoryLoader(api, choice),
    [api, choice],
  );
  // Teams and plugins have a history of 28 days each, one dimension at a time.
  const narrow = (narrowed: Omit<ActivityChoice, 'measure'>) =>
    setChoice({ measure: 'monthly', ...narrowed });
  const choices = (
    <>
      <Selection
        label={t('activeUsers.measure.label')}
        options={activityMeasures.map(
          measure => [measure, t(`activeUsers.measure.${measure}`)] as const,
        )}
        chosen={choice.measure}
        onChoose={measure => setChoice({ measure })}
      />
      <Selection
        label={t('activeUsers.history.team')}
        options={[
          [all, t('activeUsers.history.allTeams')],
          ...teamOptions(props.teams, format),
        ]}
        chosen={choice.team ?? all}
        onChoose={team => narrow({ team: idOf(team) })}
      />
      <Selection
        label={t('activeUsers.history.plugin')}
        options={[
          [all, t('activeUsers.history.allPlugins')],
          ...pluginOptions(props.plugins),
        ]}
        chosen={choice.plugin ?? all}
        onChoose={plugin => narrow({ plugin: idOf(plugin) })}
      />
    </>
  );
  return (
    <HistorySection
      name={nameOf(choice, metric, t)}
      source={source}
      today={today}
      choices={choices}
    />
  );
}

/** Only those that are published by themselves. */
function teamOptions(
  use: TeamUse | undefined,
  format: Format,
): Array<[string, string]> {
  const shown = use?.groups.filter(({ kind }) => kind === 'team') ?? [];
  return shown
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
  metric: Metric,
  t: Translate,
): string {
  return measure === 'monthly' && !team && !plugin
    ? metric.name
    : [t(`activeUsers.measure.${measure}`), team, plugin]
        .filter(Boolean)
        .join(', ');
}
