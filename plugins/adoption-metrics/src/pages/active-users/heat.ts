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

interface Narrowed {
  /** Only of a team and those below it. */
  topId?: string;
  pluginId?: string;
}

/** The cells of all groups and plugins, or of some, as rows and columns. */
export function heatOf(
  use: TeamPluginUse,
  groups: TeamUse['groups'],
  format: Pick<Format, 'compare'>,
  narrowed: Narrowed = {},
): Heat {
  const { topId } = narrowed;
  const wanted = topId ? withTeamsBelow(groups, topId) : undefined;
  const cells = use.cells.filter(
    cell =>
      (wanted?.has(cell.groupId) ?? true) &&
      (narrowed.pluginId ?? cell.pluginId) === cell.pluginId,
  );
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
