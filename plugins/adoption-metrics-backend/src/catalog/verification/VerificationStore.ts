/** That somebody has confirmed an entity. */
export interface StoredVerification {
  entityRef: string;
  /** In ms UTC. */
  verifiedAt: number;
  /** Entity ref; undefined once that person is forgotten. */
  verifiedBy?: string;
  note?: string;
}

/** Keeps who confirmed which entity when. Refs are in lower case. */
export interface VerificationStore {
  add(verification: StoredVerification): Promise<void>;

  /** When each of these entities was last confirmed, in ms UTC. */
  latestOf(entityRefs: string[]): Promise<Map<string, number>>;

  /** The latest ones, of one entity or of all. */
  recent(query: {
    entityRef?: string;
    limit: number;
  }): Promise<StoredVerification[]>;

  /** Takes the name of somebody off everything they confirmed. */
  forgetAuthor(entityRef: string): Promise<void>;
}
