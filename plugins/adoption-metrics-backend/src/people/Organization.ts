/** A `User` entity of the catalog. */
export interface OrganizationUser {
  entityRef: string;
  /** Entity refs of the groups of which the user is a member directly. */
  groups: string[];
  /** Whether the user matches `developers.filter`. */
  matches: boolean;
  /** Values of configured attributes, by id of the attribute. */
  attributes?: ReadonlyMap<string, string>;
}

/** A `Group` entity of the catalog. */
export interface OrganizationGroup {
  entityRef: string;
  name: string;
  /** Entity refs of the groups directly above. */
  parents: string[];
}

/** One reading of the organization. */
export interface Organization {
  /** All users, those included that do not count as developers. */
  users: OrganizationUser[];
  /** Undefined when the source knows nothing of groups. */
  groups: OrganizationGroup[] | undefined;
}
