import {
  Organization,
  OrganizationGroup,
  OrganizationUser,
} from './Organization';

/** The groups to which a group or a user belongs, directly or through others. */
export class Hierarchy {
  readonly #groups: Map<string, OrganizationGroup>;
  readonly #above = new Map<string, Set<string>>();

  constructor(groups: OrganizationGroup[] = []) {
    this.#groups = new Map(groups.map(group => [group.entityRef, group]));
  }

  /** The groups of a user and all above them, each once. */
  teamsOf({ groups }: Pick<OrganizationUser, 'groups'>): Set<string> {
    return new Set(groups.flatMap(group => [...this.#withAllAbove(group)]));
  }

  // Groups may stand above each other in a circle: each is visited once.
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

/** Those of `users` who are in each group or in one below it, each once. */
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
 * The one group above each group that has one. Of several the first in
 * alphabetical order is taken, and none that would close a circle.
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
