import {
  DeveloperPreview,
  exclusionReasons,
} from 'backstage-plugin-adoption-metrics-common';
import { Visibility } from '../http';
import { DeveloperCount } from './DeveloperStore';
import { ClassifiedUsers } from './classifyUsers';
import { Hierarchy, membersByTeam, parentsOf } from './hierarchy';
import { Organization, OrganizationUser } from './Organization';
import { isRekeyed } from './plausibility';

type Preview = Omit<DeveloperPreview, 'computedAt' | 'timeZone' | 'headCount'>;

/** Counts developers and excluded users; with `names`, lists them as well. */
export function previewDevelopers(
  { users, groups = [] }: Organization,
  options: {
    classified: ClassifiedUsers;
    /** The number of people who opted out; null if it is small. */
    optedOut: number | null;
    newest: DeveloperCount | undefined;
    names: boolean;
  },
): Preview {
  const { classified, optedOut, newest } = options;
  const { excluded } = classified;
  // Otherwise, a team would visibly shrink when one of its members opts out.
  const developers = [...classified.developers, ...classified.optedOut];
  const hierarchy = new Hierarchy(groups);
  const people = (some: OrganizationUser[]) =>
    options.names
      ? { people: some.map(({ entityRef }) => entityRef).sort() }
      : {};
  return {
    users: users.length,
    developers: developers.length,
    optedOut,
    ...people(developers),
    exclusions: exclusionReasons.map(reason => ({
      reason,
      users: excluded[reason].length,
      ...people(excluded[reason]),
    })),
    teams: teamsOf(groups, developers),
    withoutTeam: developers.filter(user => hierarchy.teamsOf(user).size === 0)
      .length,
    guard: newest ? guardOf(newest) : null,
  };
}

/**
 * Hides the names of people and teams that the caller cannot see, but counts
 * them.
 */
export async function visiblePreview(
  preview: Preview,
  visibility: Visibility,
): Promise<Preview> {
  const { people = [], exclusions, teams } = preview;
  const readable = await visibility.readable([
    ...teams.map(({ id }) => id),
    ...people,
    ...exclusions.flatMap(each => each.people ?? []),
  ]);
  const named = <T extends { people?: string[] }>(each: T): T =>
    each.people
      ? { ...each, people: each.people.filter(ref => readable.has(ref)) }
      : each;
  return {
    ...named(preview),
    exclusions: exclusions.map(named),
    teams: visibleTeams(teams, readable),
  };
}

/** A team is moved below its nearest visible ancestor. */
function visibleTeams(
  teams: Preview['teams'],
  readable: ReadonlySet<string>,
): Preview['teams'] {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const visibleParent = (team: string) => {
    const seen = new Set<string>();
    let parent = parents.get(team) ?? null;
    // Groups can form cycles.
    while (parent !== null && !readable.has(parent) && !seen.has(parent)) {
      seen.add(parent);
      parent = parents.get(parent) ?? null;
    }
    return parent !== null && readable.has(parent) ? parent : null;
  };
  return teams
    .filter(({ id }) => readable.has(id))
    .map(team => ({ ...team, parentId: visibleParent(team.id) }));
}

function teamsOf(
  groups: NonNullable<Organization['groups']>,
  developers: OrganizationUser[],
): Preview['teams'] {
  const members = membersByTeam({ groups }, developers);
  const parents = parentsOf(groups);
  return groups
    .map(({ entityRef, name }) => ({
      id: entityRef,
      name,
      parentId: parents.get(entityRef) ?? null,
      developers: members.get(entityRef)!.length,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function guardOf(count: DeveloperCount): Preview['guard'] {
  const { held, joined = 0, departed = 0 } = count;
  return { held, rekeyed: isRekeyed(count), joined, departed };
}
