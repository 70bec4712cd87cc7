import { usersAndGroups } from '../configuration';

/** The configuration of access. */
export interface AccessConfig {
  /** Whether the permission framework is enabled. */
  permissionsEnabled: boolean;
  /** Entity refs of users and groups with all privileges. */
  administrators: string[];
}

/** The configuration below `adoptionMetrics.administrators`. */
export const administratorsConfig = usersAndGroups()
  .prefault([])
  .describe(
    'Users and groups that can manage people, uptime, the deadline, and the decision, regardless of the permission policy',
  );
