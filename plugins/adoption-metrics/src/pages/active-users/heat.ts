import type {
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { withTeamsBelow } from '../../ui/teams/teamTree';
import { type Format } from '../../ui/format';

export interface HeatRow {
  teamId: string;
  team: string;
  /** People by plugin; groups below the minimum size are not there. */
  people: Partial<Record<string, number>>;
}

export interface Heat {
  rows: HeatRow[];
  /** Those with the most people first. */
  plugins: string[];
  largest: number;
}

/** The cells of all teams, or of those below one, as rows and columns. */
export function heatOf(
  use: TeamPluginUse,
  teams: TeamUse['teams'],
  format: Pick<Format, 'compare'>,
  topId?: string,
): Heat {
  const wanted = topId ? withTeamsBelow(teams, topId) : undefined;
  const cells = use.cells.filter(({ teamId }) => wanted?.has(teamId) ?? true);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const rows = new Map<string, HeatRow>();
  const sums = new Map<string, number>();
  for (const { teamId, pluginId, people } of cells) {
    const team = names.get(teamId) ?? teamId;
    const row = rows.get(teamId) ?? { teamId, team, people: {} };
    row.people[pluginId] = people;
    rows.set(teamId, row);
    sums.set(pluginId, (sums.get(pluginId) ?? 0) + people);
  }
  return {
    rows: [...rows.values()].sort((left, right) =>
      format.compare(left.team, right.team),
    ),
    plugins: [...sums]
      .sort(([, left], [, right]) => right - left)
      .map(([pluginId]) => pluginId),
    largest: Math.max(0, ...cells.map(({ people }) => people)),
  };
}

/** Teams that have something below them to look at. */
export function teamsWithCells(use: TeamPluginUse, teams: TeamUse['teams']) {
  const parents = new Set(teams.map(({ parentId }) => parentId));
  const withCells = new Set(use.cells.map(({ teamId }) => teamId));
  return teams.filter(
    ({ id }) =>
      parents.has(id) &&
      [...withTeamsBelow(teams, id)].some(below => withCells.has(below)),
  );
}
