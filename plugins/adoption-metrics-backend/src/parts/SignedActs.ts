/**
 * What people did under their name, such as a note on an incident. It keeps
 * their entity ref for as long as they are not forgotten.
 */
export interface SignedActs {
  /** @param entityRef - in full and in lower case */
  forgetAuthor(entityRef: string): Promise<void>;
}
