import { usersAndGroups } from '../configuration';

/** Who may do what. */
export interface AccessConfig {
  /** Whether the permission framework decides. */
  permissionsEnabled: boolean;
  /** Entity refs of users and groups that may do what is privileged. */
  administrators: string[];
}

/** The configuration below `adoptionMetrics.administrators`. */
export const administratorsConfig = usersAndGroups()
  .prefault([])
  .describe(
    'Users and groups that can manage people, uptime, the deadline, and the decision, regardless of the permission policy',
  );
