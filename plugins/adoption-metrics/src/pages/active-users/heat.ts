import type {
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { withTeamsBelow } from '../../ui/teams/teamTree';
import { type Format } from '../../ui/format';

export interface HeatRow {
  groupId: string;
  name: string;
  /** People by plugin; plugins that nobody used are not there. */
  people: Partial<Record<string, number>>;
}

export interface Heat {
  rows: HeatRow[];
  /** Those with the most people first. */
  plugins: string[];
  largest: number;
}

/** The cells of all groups, or of those below one, as rows and columns. */
export function heatOf(
  use: TeamPluginUse,
  groups: TeamUse['groups'],
  format: Pick<Format, 'compare'>,
  topId?: string,
): Heat {
  const wanted = topId ? withTeamsBelow(groups, topId) : undefined;
  const cells = use.cells.filter(({ groupId }) => wanted?.has(groupId) ?? true);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const rows = new Map<string, HeatRow>();
  const sums = new Map<string, number>();
  for (const { groupId, pluginId, people } of cells) {
    const name = names.get(groupId) ?? groupId;
    const row = rows.get(groupId) ?? { groupId, name, people: {} };
    row.people[pluginId] = people;
    rows.set(groupId, row);
    sums.set(pluginId, (sums.get(pluginId) ?? 0) + people);
  }
  return {
    rows: [...rows.values()].sort((left, right) =>
      format.compare(left.name, right.name),
    ),
    plugins: [...sums]
      .sort(([, left], [, right]) => right - left)
      .map(([pluginId]) => pluginId),
    largest: Math.max(0, ...cells.map(({ people }) => people)),
  };
}

/** Teams that have something below them to look at. */
export function teamsWithCells(use: TeamPluginUse, groups: TeamUse['groups']) {
  const parents = new Set(groups.map(({ parentId }) => parentId));
  const withCells = new Set(use.cells.map(({ groupId }) => groupId));
  return groups.filter(
    ({ id }) =>
      parents.has(id) &&
      [...withTeamsBelow(groups, id)].some(below => withCells.has(below)),
  );
}
