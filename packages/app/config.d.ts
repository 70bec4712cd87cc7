export interface Config {
  demo?: {
    /**
     * Whom the sign-in page offers; each must be a User of the catalog.
     *
     * @deepVisibility frontend
     */
    people: Array<{
      /** Full entity reference, such as `user:default/ada.okafor`. */
      userEntityRef: string;
      name: string;
      /** The team's name as shown. */
      team: string;
      /** What the person does, as shown. */
      role: string;
    }>;
  };
}
