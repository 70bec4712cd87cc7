import {
  DeveloperPreview,
  exclusionReasons,
} from 'backstage-plugin-adoption-metrics-common';
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
