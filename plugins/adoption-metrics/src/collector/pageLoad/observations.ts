/** The path changed without loading a document. */
export interface NavigationObservation {
  type: 'navigation';
  at: number;
  /** Whether the user went back or forward. */
  isTraversal: boolean;
  /** The new path. Never sent. */
  path: string;
}

/**
 * A soft navigation as reported by the browser: larger content was painted
 * since the interaction that started it.
 */
export interface SoftPaintObservation {
  type: 'soft-paint';
  at: number;
  /** When the interaction began. */
  startedAt: number;
  /** Milliseconds from the interaction to the paint. */
  value: number;
}

/**
 * An observation in the document. `at` is in milliseconds on the timeline of
 * `performance.now()`, starting with the document's navigation.
 */
export type Observation =
  | { type: 'mutation'; at: number }
  | { type: 'paint'; at: number }
  | { type: 'request-start'; at: number; id: number; address: string }
  | { type: 'request-end'; at: number; id: number }
  /** The response is a stream, which may never end. */
  | { type: 'stream'; at: number; id: number }
  | { type: 'tick'; at: number }
  | { type: 'input'; at: number; isAct: boolean; onControl: boolean }
  | NavigationObservation
  /** The user has a session from now on. */
  | { type: 'session'; at: number }
  /**
   * Larger content was painted, `value` milliseconds after the document's
   * start.
   */
  | { type: 'largest-paint'; at: number; value: number }
  | SoftPaintObservation
  | { type: 'hidden'; at: number }
  | { type: 'visible'; at: number }
  | { type: 'sleep'; at: number }
  /** The browser restored the document from its cache. */
  | { type: 'restored'; at: number };

/** Receives observations in order. */
export type Observer = (observation: Observation) => void;
