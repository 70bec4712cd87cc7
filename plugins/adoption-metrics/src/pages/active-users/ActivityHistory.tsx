import { useApi } from '@backstage/frontend-plugin-api';
import {
  activityMeasures,
  type Figure,
  type PluginUse,
  type TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { activityMeasureNames } from '../../ui/format';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import { activitySource, type ActivityChoice } from './activitySource';

interface ActivityHistoryProps {
  figure: Figure;
  today: string;
  teams?: TeamUse;
  plugins?: PluginUse;
}

/** No id of a team or plugin looks like this. */
const all = '*';

const idOf = (option: string) => (option === all ? undefined : option);

const measures = activityMeasures.map(
  measure => [measure, activityMeasureNames[measure]] as const,
);

/** The history of the figure, of its other measures, and of parts of it. */
export function ActivityHistory(props: ActivityHistoryProps) {
  const { figure, today } = props;
  const { metric, name } = figure;
  const api = useApi(adoptionMetricsApiRef);
  const [choice, setChoice] = useState<ActivityChoice>({ measure: 'monthly' });
  const source = useMemo(
    () => activitySource(api, { metric, name }, choice),
    [api, metric, name, choice],
  );
  // Teams and plugins have a history of 28 days each, one cut at a time.
  const narrow = (cut: Omit<ActivityChoice, 'measure'>) =>
    setChoice({ measure: 'monthly', ...cut });
  const choices = (
    <>
      <Selection
        label="Measure"
        options={measures}
        chosen={choice.measure}
        onChoose={measure => setChoice({ measure })}
      />
      <Selection
        label="Team"
        options={[[all, 'All teams'], ...teamOptions(props.teams)]}
        chosen={choice.team ?? all}
        onChoose={team => narrow({ team: idOf(team) })}
      />
      <Selection
        label="Plugin"
        options={[[all, 'All plugins'], ...pluginOptions(props.plugins)]}
        chosen={choice.plugin ?? all}
        onChoose={plugin => narrow({ plugin: idOf(plugin) })}
      />
    </>
  );
  return <HistorySection source={source} today={today} choices={choices} />;
}

/** Only those of which something may be told. */
function teamOptions(use?: TeamUse): Array<[string, string]> {
  const shown = use?.teams.filter(({ suppressed }) => !suppressed) ?? [];
  return shown
    .map(({ id, name }): [string, string] => [id, name])
    .sort(([, left], [, right]) => left.localeCompare(right, 'en'));
}

function pluginOptions(use?: PluginUse): Array<[string, string]> {
  const shown = use?.plugins.filter(({ suppressed }) => !suppressed) ?? [];
  return shown.map(({ id }): [string, string] => [id, id]).sort();
}
