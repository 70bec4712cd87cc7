import { createHash } from 'node:crypto';
import {
  listed,
  say,
  withEnglish,
  Wording,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { FrozenGroup } from './FrozenPeriodStore';

/** A published group with its id and name. */
export interface DescribedGroup {
  group: FrozenGroup;
  /**
   * Entity ref of a team; other ids stay the same for as long as their teams
   * do.
   */
  id: string;
  name: string;
  /** The name of what is no team in its own sentences. */
  wording: { name: Wording[] };
  /** Id of the group around it. */
  parentId: string | undefined;
}

const MOST_NAMES = 3;

/** Adds ids and names to the groups of a four-week period. */
export function describeGroups(groups: FrozenGroup[]): DescribedGroup[] {
  const tops = groups.filter(({ parent }) => parent === undefined);
  return groups.map(group => {
    const parent =
      group.parent === undefined ? undefined : groups[group.parent].team;
    return {
      group,
      id: idOf(group, parent?.id),
      ...named(nameOf(group, parent?.name, tops.length === 1)),
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

function named(name: Wording) {
  return withEnglish({ name: [name] });
}

function nameOf(
  { kind, team, teams }: FrozenGroup,
  parentName: string | undefined,
  alone: boolean,
): Wording {
  if (team) {
    return say('text', { text: team.name });
  }
  if (kind === 'pooled') {
    return say('text', { text: namesOfPool(teams) });
  }
  if (parentName !== undefined) {
    return say('groups.others-in', { team: parentName });
  }
  return say(alone ? 'groups.everyone' : 'groups.others');
}

function namesOfPool(teams: FrozenGroup['teams']): WordingValue {
  const names = teams.map(({ name }) => name);
  const number = names.length - MOST_NAMES + 1;
  return listed(
    names.length <= MOST_NAMES
      ? names
      : [
          ...names.slice(0, MOST_NAMES - 1),
          say('groups.more-teams', { number }),
        ],
    'and',
  );
}

/**
 * Removes teams that the caller cannot see, and rows that would name them.
 * Pools are named after their visible teams, as is their id, from which hidden
 * names could otherwise be guessed. People in removed rows still count in the
 * organization's total.
 *
 * @param readable - refs of teams that the caller can see
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
    ? {
        ...rest,
        id: idOfPool(teams),
        ...named(say('groups.and-others', { teams: namesOfPool(teams) })),
      }
    : rest;
}

/** Whether there is a visible team to name the group after. */
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
