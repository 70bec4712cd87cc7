import {
  ExclusionReason,
  exclusionReasons,
} from 'backstage-plugin-adoption-metrics-common';
import { Hierarchy } from './hierarchy';
import { Organization, OrganizationUser } from './Organization';

/** What leaves users out of the developers besides `developers.filter`. */
export interface ExclusionRules {
  /** Entity refs of users, and of groups with all who are in them. */
  exclude: string[];
  hasOptedOut(entityRef: string): boolean;
}

/** Every user in one place: among the developers, or under one reason. */
export interface SortedUsers {
  developers: OrganizationUser[];
  excluded: Record<ExclusionReason, OrganizationUser[]>;
}

/** Distinguishes developers from those who are left out, and why; the first reason counts. */
export function sortUsers(
  { users, groups }: Organization,
  { exclude, hasOptedOut }: ExclusionRules,
): SortedUsers {
  const named = new Set(exclude);
  const hierarchy = new Hierarchy(groups);
  const rules: Record<ExclusionReason, (user: OrganizationUser) => boolean> = {
    filter: user => !user.matches,
    configured: user => named.has(user.entityRef),
    'excluded-team': user =>
      [...hierarchy.teamsOf(user)].some(team => named.has(team)),
    'opted-out': user => hasOptedOut(user.entityRef),
  };
  const sorted: SortedUsers = {
    developers: [],
    excluded: {
      filter: [],
      configured: [],
      'excluded-team': [],
      'opted-out': [],
    },
  };
  for (const user of users) {
    const reason = exclusionReasons.find(name => rules[name](user));
    (reason ? sorted.excluded[reason] : sorted.developers).push(user);
  }
  return sorted;
}

/** Whom the configuration leaves out, and not their own choice. */
export function excludedByConfiguration({
  excluded,
}: SortedUsers): OrganizationUser[] {
  return exclusionReasons
    .filter(reason => reason !== 'opted-out')
    .flatMap(reason => excluded[reason]);
}
