import { Template } from './makePortal';

/** A way of installing the plugin that is tried on a portal of its own. */
export interface Way extends Template {
  /** What differs from the others, for the reader. */
  does: string;
  /** An app of the new frontend system with the old one inside. */
  hybrid?: boolean;
  /** Backend and app find the plugin among their dependencies. */
  discovery?: boolean;
  /** The permission policy of the page instead of one that allows everything. */
  policy?: boolean;
  /** PostgreSQL with a schema for each plugin instead of SQLite. */
  postgres?: boolean;
  /** Below which path the app is. */
  path?: string;
}

/** Every way by its name; the first one is part of `npm test`. */
export const ways: Record<string, Way> = {
  explicit: {
    does: 'Backstage 1.55, registered by hand, a policy that denies the rest, SQLite',
    release: '1.55',
    legacy: false,
    policy: true,
  },
  discovery: {
    does: 'Backstage 1.55, found by feature discovery in backend and app',
    release: '1.55',
    legacy: false,
    discovery: true,
  },
  newest: {
    does: 'Backstage 1.57, registered by hand',
    release: '1.57',
    legacy: false,
  },
  postgres: {
    does: 'Backstage 1.57 on PostgreSQL, a schema for each plugin',
    release: '1.57',
    legacy: false,
    postgres: true,
  },
  'sub-path': {
    does: 'Backstage 1.57, the app below /backstage',
    release: '1.57',
    legacy: false,
    path: '/backstage',
  },
  legacy: {
    does: 'Backstage 1.55 on the old frontend system',
    release: '1.55',
    legacy: true,
  },
  hybrid: {
    does: 'Backstage 1.55 on the new frontend system, with an old app inside',
    release: '1.55',
    legacy: true,
    hybrid: true,
  },
};
