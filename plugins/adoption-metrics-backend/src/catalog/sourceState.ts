/** A target of a Location that the catalog could not read. */
export interface UnreadPlace {
  /** The file, such as `url:https://…`, or the ref of the Location. */
  place: string;
  /** The catalog's message, if it does not say which file failed. */
  message?: string;
}

/** Why the catalog cannot read an entity's source. */
export interface UnreadSource extends UnreadPlace {
  /** Whether it is the entity's own file, rather than one that leads to it. */
  isOwn: boolean;
}

/** What is known about an entity's source, if there may be a problem. */
export type SourceState = { unread?: UnreadSource } | { unknown: string };
