/** What the catalog could not read of what a Location points to. */
export interface UnreadPlace {
  /** The file, such as `url:https://…`, or the ref of the Location. */
  place: string;
  /** What the catalog says, where that does not tell which file failed. */
  message?: string;
}

/** What keeps the catalog from reading what an entity comes from. */
export interface UnreadSource extends UnreadPlace {
  /** Whether that is the file of the entity, and not one that leads there. */
  isOwn: boolean;
}

/** What is known of the source of an entity, if there is reason to ask. */
export type SourceState = { unread?: UnreadSource } | { unknown: string };
