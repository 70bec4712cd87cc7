import { Measurement, SampleStore } from '../samples';
import { Day } from '../time';
import {
  dimensions,
  METRIC,
  TEAM_PLUGIN_MINIMUM,
  TEAM_PLUGIN_PREFIX,
} from './dimensions';
import { MeasuredDay, ratioOf } from './MeasuredDay';
import { endsPeriod } from './periods';
import { UseStore } from './UseStore';

interface Sources {
  uses: UseStore;
  samples: SampleStore;
  /** The first day of which it is still held who used which plugin. */
  heldFrom(): Promise<Day | undefined>;
}

/** Active users by team, over 28 days. */
export async function measureTeams(
  measured: MeasuredDay,
  uses: UseStore,
): Promise<Measurement[]> {
  const { window, population } = measured;
  const observation = measured.observe(window);
  const teams = await uses.countByTeam(window, population);
  return teams.map(({ teamId, developers, active }) =>
    ratioOf(
      { dimension: dimensions.team, member: String(teamId) },
      { numerator: active, denominator: developers },
      observation,
    ),
  );
}

/**
 * People and interactions by plugin over 28 days, and at the end of a week
 * people by team and plugin. Who used which plugin is kept for weeks only:
 * what cannot be measured any more stays as it was.
 *
 * @param activePeople - all who were active on any of the 28 days
 */
export async function measurePlugins(
  measured: MeasuredDay,
  activePeople: number | undefined,
  sources: Sources,
): Promise<Measurement[]> {
  const heldFrom = await sources.heldFrom();
  if (heldFrom !== undefined && measured.window.from < heldFrom) {
    return readPlugins(measured, sources.samples);
  }
  return [
    ...(await measurePeopleByPlugin(measured, activePeople, sources)),
    ...(await measureActions(measured, sources)),
    ...(await measureTeamPlugins(measured, sources)),
  ];
}

async function readPlugins(
  { day }: MeasuredDay,
  samples: SampleStore,
): Promise<Measurement[]> {
  const stored = await samples.ofDay(METRIC, day);
  return stored.filter(
    ({ dimension }) =>
      dimension === dimensions.plugin ||
      dimension === dimensions.pluginActions ||
      dimension.startsWith(TEAM_PLUGIN_PREFIX),
  );
}

async function measurePeopleByPlugin(
  measured: MeasuredDay,
  activePeople: number | undefined,
  { uses }: Sources,
): Promise<Measurement[]> {
  const plugins = await uses.countByPlugin(measured.window);
  return plugins.map(({ pluginId, n }) =>
    ratioOf(
      { dimension: dimensions.plugin, member: pluginId },
      { numerator: n, denominator: activePeople },
      measured.observe(measured.window),
    ),
  );
}

async function measureActions(
  { window }: MeasuredDay,
  { uses }: Sources,
): Promise<Measurement[]> {
  const actions = await uses.countActions(window);
  return actions.map(({ pluginId, n }) => ({
    dimension: dimensions.pluginActions,
    member: pluginId,
    value: n,
    numerator: n,
  }));
}

async function measureTeamPlugins(
  { day, window, population }: MeasuredDay,
  { uses }: Sources,
): Promise<Measurement[]> {
  if (!endsPeriod(day, 'week')) {
    return [];
  }
  const cells = await uses.countByTeamAndPlugin(
    window,
    population,
    TEAM_PLUGIN_MINIMUM,
  );
  return cells.map(({ teamId, pluginId, people }) => ({
    dimension: dimensions.teamPlugin(teamId),
    member: pluginId,
    value: people,
    numerator: people,
  }));
}
