export interface Config {
  demo?: {
    /**
     * People to choose from on the sign-in page. Each must be a User in the
     * catalog.
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
