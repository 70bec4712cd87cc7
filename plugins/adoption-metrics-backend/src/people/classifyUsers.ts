import {
  ExclusionReason,
  exclusionReasons,
} from 'backstage-plugin-adoption-metrics-common';
import { isGuest } from './guests';
import { Hierarchy } from './hierarchy';
import { Organization, OrganizationUser } from './Organization';
import { PeopleStore } from './PeopleStore';
import { Pseudonymizer } from './pseudonym';

/** What leaves users out of the developers besides `developers.filter`. */
interface ExclusionRules {
  /** Entity refs of users, and of groups with all who are in them. */
  exclude: string[];
  hasOptedOut(entityRef: string): boolean;
}

/** Every user in one place: among the developers, or under one reason. */
export interface ClassifiedUsers {
  developers: OrganizationUser[];
  /** Who would be a developer, but does not want to be counted. */
  optedOut: OrganizationUser[];
  excluded: Record<ExclusionReason, OrganizationUser[]>;
}

/** Distinguishes developers from those who are left out, and why; the first reason counts. */
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

/** Whom the configuration leaves out, and not their own choice. */
export function excludedByConfiguration({
  excluded,
}: ClassifiedUsers): OrganizationUser[] {
  return exclusionReasons.flatMap(reason => excluded[reason]);
}

/** Classifies users by configuration and by their own choice. */
export type UserClassifier = (
  organization: Organization,
) => Promise<ClassifiedUsers>;

/** @param handles.exclude - entity refs of users and groups that never count */
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
