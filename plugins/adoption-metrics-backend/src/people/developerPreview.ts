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

/** Who counts and who does not, in numbers; with `names` by name as well. */
export function previewDevelopers(
  { users, groups = [] }: Organization,
  options: {
    classified: ClassifiedUsers;
    /** How many people opted out; null for a few. */
    optedOut: number | null;
    newest: DeveloperCount | undefined;
    names: boolean;
  },
): Preview {
  const { classified, optedOut, newest } = options;
  const { excluded } = classified;
  // Without them, a team would have one developer less as soon as somebody in
  // it opts out.
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

/** A preview that names nobody whom the reader may not see, and counts all. */
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

/** A team stands below the nearest team around it that is visible. */
function visibleTeams(
  teams: Preview['teams'],
  readable: ReadonlySet<string>,
): Preview['teams'] {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const visibleParent = (team: string) => {
    const seen = new Set<string>();
    let parent = parents.get(team) ?? null;
    // Groups may be nested in a circle.
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
