import { failed } from './failed';
import { Story } from './Story';
import { stuck } from './stuck';
import { succeeded } from './succeeded';

export type { Decay, Newcomers, Note, Story, Visits } from './Story';

/** The stories there are, by the names used in configuration. */
export const stories: ReadonlyMap<string, Story> = new Map([
  ['stuck', stuck],
  ['failed', failed],
  ['succeeded', succeeded],
]);
