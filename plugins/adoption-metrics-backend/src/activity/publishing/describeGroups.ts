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
    return listNames(teams.map(({ name }) => name));
  }
  if (parentName !== undefined) {
    return `Others in ${parentName}`;
  }
  return alone ? 'Everyone' : 'Others';
}

function listNames(names: string[]): string {
  return names.length <= MOST_NAMES
    ? all.format(names)
    : all.format([
        ...names.slice(0, MOST_NAMES - 1),
        `${names.length - MOST_NAMES + 1} more teams`,
      ]);
}
