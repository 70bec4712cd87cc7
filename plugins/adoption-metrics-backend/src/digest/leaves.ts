/** Teams without teams below them: each person once, as far as they may be shown. */
export function leavesOf<T extends { id: string; parentId: string | null }>(
  teams: T[],
): T[] {
  const parents = new Set(teams.map(({ parentId }) => parentId));
  return teams.filter(({ id }) => !parents.has(id));
}
