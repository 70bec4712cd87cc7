import { createHash } from 'node:crypto';
import { FrozenGroup } from './FrozenPeriodStore';

/** A published group as it is called. */
export interface DescribedGroup {
  group: FrozenGroup;
  /** Entity ref of a team; others keep their id as long as their teams. */
  id: string;
  name: string;
  /** Id of the group around it. */
  parentId: string | undefined;
}

const all = new Intl.ListFormat('en-US', { type: 'conjunction' });
const MOST_NAMES = 3;

/** Ids and names of the groups of four weeks. */
export function describeGroups(groups: FrozenGroup[]): DescribedGroup[] {
  const tops = groups.filter(({ parent }) => parent === undefined);
  return groups.map(group => {
    const parent =
      group.parent === undefined ? undefined : groups[group.parent].team;
    return {
      group,
      id: idOf(group, parent?.id),
      name: nameOf(group, parent?.name, tops.length === 1),
      parentId: parent?.id,
    };
  });
}

function idOf({ kind, team, teams }: FrozenGroup, parentId?: string): string {
  if (team) {
    return team.id;
  }
  if (kind === 'others') {
    return parentId === undefined ? 'others' : `others:${parentId}`;
  }
  return idOfPool(teams);
}

function idOfPool(teams: FrozenGroup['teams']): string {
  const refs = teams.map(({ id }) => id).sort();
  const hash = createHash('sha256').update(refs.join(' ')).digest('hex');
  return `pooled:${hash.slice(0, 16)}`;
}

function nameOf(
  { kind, team, teams }: FrozenGroup,
  parentName: string | undefined,
  alone: boolean,
): string {
  if (team) {
    return team.name;
  }
  if (kind === 'pooled') {
    return nameOfPool(teams);
  }
  if (parentName !== undefined) {
    return `Others in ${parentName}`;
  }
  return alone ? 'Everyone' : 'Others';
}

function nameOfPool(teams: FrozenGroup['teams']): string {
  const names = teams.map(({ name }) => name);
  return names.length <= MOST_NAMES
    ? all.format(names)
    : all.format([
        ...names.slice(0, MOST_NAMES - 1),
        `${names.length - MOST_NAMES + 1} more teams`,
      ]);
}

/**
 * The groups without the teams that a reader may not see. Rows that a hidden
 * team would name are left out; a pool goes by its other teams, and so does its
 * id, which could be tried for names otherwise. Whoever is in none of the rows
 * left is in the total of the organization still.
 *
 * @param readable - refs of the teams that the reader may see
 */
export function visibleGroups(
  groups: DescribedGroup[],
  readable: ReadonlySet<string>,
): DescribedGroup[] {
  const byId = new Map(groups.map(each => [each.id, each]));
  const visibleParent = (id: string | undefined): string | undefined =>
    id === undefined || readable.has(id)
      ? id
      : visibleParent(byId.get(id)?.parentId);
  return groups
    .map(each => withoutHiddenTeams(each, readable))
    .filter(each => isNamed(each, readable))
    .map(each => ({ ...each, parentId: visibleParent(each.parentId) }));
}

function withoutHiddenTeams(
  described: DescribedGroup,
  readable: ReadonlySet<string>,
): DescribedGroup {
  const { group } = described;
  const teams = group.teams.filter(({ id }) => readable.has(id));
  const rest = { ...described, group: { ...group, teams } };
  return group.kind === 'pooled' && teams.length < group.teams.length
    ? { ...rest, id: idOfPool(teams), name: `${nameOfPool(teams)} and others` }
    : rest;
}

/** Whether there is a visible team by which to call a group. */
function isNamed(
  { group: { kind, team, teams }, parentId }: DescribedGroup,
  readable: ReadonlySet<string>,
): boolean {
  switch (kind) {
    case 'team':
      return readable.has(team!.id);
    case 'pooled':
      return teams.length > 0;
    default:
      return parentId === undefined || readable.has(parentId);
  }
}
