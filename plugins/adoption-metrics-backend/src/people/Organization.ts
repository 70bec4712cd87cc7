/** A `User` entity of the catalog. */
export interface OrganizationUser {
  entityRef: string;
  /** Entity refs of the groups that the user is a direct member of. */
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
  /** Entity refs of the parent groups. */
  parents: string[];
}

/** One reading of the organization. */
export interface Organization {
  /** All users, including those who do not count as developers. */
  users: OrganizationUser[];
  /** Undefined if the source has no information about groups. */
  groups: OrganizationGroup[] | undefined;
}
