import {
  ExclusionReason,
  exclusionReasons,
} from 'backstage-plugin-adoption-metrics-common';
import { isGuest } from './guests';
import { Hierarchy } from './hierarchy';
import { Organization, OrganizationUser } from './Organization';
import { PeopleStore } from './PeopleStore';
import { Pseudonymizer } from './pseudonym';

/** Exclusions besides `developers.filter`. */
interface ExclusionRules {
  /** Entity refs of users, and of groups whose members are excluded. */
  exclude: string[];
  hasOptedOut(entityRef: string): boolean;
}

/**
 * Every user exactly once: as a developer, or with the reason for exclusion.
 */
export interface ClassifiedUsers {
  developers: OrganizationUser[];
  /** Would count as a developer, but has opted out. */
  optedOut: OrganizationUser[];
  excluded: Record<ExclusionReason, OrganizationUser[]>;
}

/**
 * Separates developers from excluded users. The first applicable reason counts.
 */
export function classifyUsers(
  { users, groups }: Organization,
  { exclude, hasOptedOut }: ExclusionRules,
): ClassifiedUsers {
  const named = new Set(exclude);
  const hierarchy = new Hierarchy(groups);
  const rules: Record<ExclusionReason, (user: OrganizationUser) => boolean> = {
    guest: user => isGuest(user.entityRef),
    filter: user => !user.matches,
    configured: user => named.has(user.entityRef),
    'excluded-team': user =>
      [...hierarchy.teamsOf(user)].some(team => named.has(team)),
  };
  const classified: ClassifiedUsers = {
    developers: [],
    optedOut: [],
    excluded: { guest: [], filter: [], configured: [], 'excluded-team': [] },
  };
  for (const user of users) {
    const reason = exclusionReasons.find(name => rules[name](user));
    const place = hasOptedOut(user.entityRef) ? 'optedOut' : 'developers';
    (reason ? classified.excluded[reason] : classified[place]).push(user);
  }
  return classified;
}

/** Users that are excluded by configuration, not by their own choice. */
export function excludedByConfiguration({
  excluded,
}: ClassifiedUsers): OrganizationUser[] {
  return exclusionReasons.flatMap(reason => excluded[reason]);
}

/** Classifies users by configuration and opt-outs. */
export type UserClassifier = (
  organization: Organization,
) => Promise<ClassifiedUsers>;

/**
 * @param handles.exclude - entity refs of users and groups to exclude
 */
export function createUserClassifier(handles: {
  people: PeopleStore;
  pseudonymize: Pseudonymizer;
  exclude: string[];
}): UserClassifier {
  const { people, pseudonymize, exclude } = handles;
  return async organization => {
    const optedOut = await people.findOptedOut();
    return classifyUsers(organization, {
      exclude,
      hasOptedOut: ref => optedOut.size > 0 && optedOut.has(pseudonymize(ref)),
    });
  };
}
