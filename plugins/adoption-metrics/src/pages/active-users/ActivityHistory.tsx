import { useApi } from '@backstage/frontend-plugin-api';
import {
  activityMeasures,
  type Metric,
  type PluginUse,
  type TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { activityMeasureNames } from '../../ui/format';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import {
  activityHistoryLoader,
  type ActivityChoice,
} from './activityHistoryLoader';

interface ActivityHistoryProps {
  metric: Metric;
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

/** The history of the metric, of its other measures, and of parts of it. */
export function ActivityHistory(props: ActivityHistoryProps) {
  const { metric, today } = props;
  const { id, name } = metric;
  const api = useApi(adoptionMetricsApiRef);
  const [choice, setChoice] = useState<ActivityChoice>({ measure: 'monthly' });
  const source = useMemo(
    () => activityHistoryLoader(api, { id, name }, choice),
    [api, id, name, choice],
  );
  // Teams and plugins have a history of 28 days each, one dimension at a time.
  const narrow = (dimension: Omit<ActivityChoice, 'measure'>) =>
    setChoice({ measure: 'monthly', ...dimension });
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

/** Only those of which something may be reported. */
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
