import { failed } from './failed';
import { Story } from './Story';
import { stuck } from './stuck';
import { succeeded } from './succeeded';

export type { Decay, Newcomers, Note, Story, Visits } from './Story';

/** All stories, by their names in the configuration. */
export const stories: ReadonlyMap<string, Story> = new Map([
  ['stuck', stuck],
  ['failed', failed],
  ['succeeded', succeeded],
]);
