import {
  Organization,
  OrganizationGroup,
  OrganizationUser,
} from './Organization';

/** The groups that users and groups belong to, directly and indirectly. */
export class Hierarchy {
  readonly #groups: Map<string, OrganizationGroup>;
  readonly #above = new Map<string, Set<string>>();

  constructor(groups: OrganizationGroup[] = []) {
    this.#groups = new Map(groups.map(group => [group.entityRef, group]));
  }

  /** A user's groups with all their ancestors, each once. */
  teamsOf({ groups }: Pick<OrganizationUser, 'groups'>): Set<string> {
    return new Set(groups.flatMap(group => [...this.#withAllAbove(group)]));
  }

  // Groups can form cycles, so each is visited once.
  #withAllAbove(entityRef: string): Set<string> {
    const known = this.#above.get(entityRef);
    if (known) {
      return known;
    }
    const above = new Set<string>();
    const waiting = [entityRef];
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      const group = this.#groups.get(ref);
      if (group && !above.has(ref)) {
        above.add(ref);
        waiting.push(...group.parents);
      }
    }
    this.#above.set(entityRef, above);
    return above;
  }
}

/** Users of each group, including those in child groups, each once. */
export function membersByTeam(
  { groups = [] }: Pick<Organization, 'groups'>,
  users: OrganizationUser[],
): Map<string, OrganizationUser[]> {
  const hierarchy = new Hierarchy(groups);
  const members = new Map<string, OrganizationUser[]>(
    groups.map(({ entityRef }) => [entityRef, []]),
  );
  for (const user of users) {
    for (const team of hierarchy.teamsOf(user)) {
      members.get(team)!.push(user);
    }
  }
  return members;
}

/**
 * One parent per group: the first in alphabetical order that does not lead to a
 * cycle.
 */
export function parentsOf(groups: OrganizationGroup[]): Map<string, string> {
  const byRef = new Map(groups.map(group => [group.entityRef, group]));
  const parents = new Map<string, string>();
  const isAbove = (upper: string, lower: string) => {
    let ref: string | undefined = lower;
    while (ref !== undefined && ref !== upper) {
      ref = parents.get(ref);
    }
    return ref === upper;
  };
  for (const ref of [...byRef.keys()].sort()) {
    const parent = [...byRef.get(ref)!.parents]
      .sort()
      .find(candidate => byRef.has(candidate) && !isAbove(ref, candidate));
    if (parent !== undefined) {
      parents.set(ref, parent);
    }
  }
  return parents;
}
