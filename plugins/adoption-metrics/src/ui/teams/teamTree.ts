/** A team as far as its place is concerned. */
export interface Team {
  id: string;
  name: string;
  parentId: string | null;
}

/** A team at its place below its parents. */
export type Placed<T extends Team> = T & {
  /** Names of the teams above, the highest first. */
  above: string[];
};

/**
 * Teams in the order of a tree, siblings by name. A team whose parent is not
 * listed, or whose parents lead in a circle, stands at the top.
 */
export function teamTree<T extends Team>(teams: T[]): Array<Placed<T>> {
  const ids = new Set(teams.map(({ id }) => id));
  const placed = new Set<string>();
  const rows: Array<Placed<T>> = [];
  const place = (team: T, above: string[]) => {
    if (placed.has(team.id)) {
      return;
    }
    placed.add(team.id);
    rows.push({ ...team, above });
    const children = teams.filter(({ parentId }) => parentId === team.id);
    byName(children).forEach(child => place(child, [...above, team.name]));
  };
  const tops = teams.filter(({ parentId }) => !parentId || !ids.has(parentId));
  [...byName(tops), ...byName(teams)].forEach(team => place(team, []));
  return rows;
}

/** The ids of a team and of all teams below it. */
export function withTeamsBelow(teams: Team[], topId: string): Set<string> {
  const found = new Set([topId]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const { id, parentId } of teams) {
      if (parentId && found.has(parentId)) {
        found.add(id);
      }
    }
  }
  return found;
}

function byName<T extends Team>(teams: T[]): T[] {
  return [...teams].sort((left, right) =>
    left.name.localeCompare(right.name, 'en'),
  );
}
