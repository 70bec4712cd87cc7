/** The path of the address changed without loading a document. */
export interface NavigationObservation {
  type: 'navigation';
  at: number;
  /** Whether the person went back or forward. */
  isTraversal: boolean;
  /** The new path; it never leaves the browser. */
  path: string;
}

/**
 * The browser's own account of a navigation inside the app: a larger content
 * was painted than before since the interaction that began it.
 */
export interface SoftPaintObservation {
  type: 'soft-paint';
  at: number;
  /** When the interaction began. */
  startedAt: number;
  /** Milliseconds from then until the paint. */
  value: number;
}

/**
 * Something seen in the document. `at` is in milliseconds on the timeline of
 * `performance.now()`, whose zero is the start of the document's navigation.
 */
export type Observation =
  | { type: 'mutation'; at: number }
  | { type: 'paint'; at: number }
  | { type: 'request-start'; at: number; id: number; address: string }
  | { type: 'request-end'; at: number; id: number }
  /** What answers the request, since `at`, is a stream that need not end. */
  | { type: 'stream'; at: number; id: number }
  | { type: 'tick'; at: number }
  | { type: 'input'; at: number; isAct: boolean; onControl: boolean }
  | NavigationObservation
  /** The person has a session from here on. */
  | { type: 'session'; at: number }
  /**
   * A larger content was painted than before, `value` milliseconds after the
   * document's start.
   */
  | { type: 'largest-paint'; at: number; value: number }
  | SoftPaintObservation
  | { type: 'hidden'; at: number }
  | { type: 'visible'; at: number }
  | { type: 'sleep'; at: number }
  /** The browser brought the document back as it was. */
  | { type: 'restored'; at: number };

/** Receives observations in the order in which they were made. */
export type Observer = (observation: Observation) => void;
