import { actions } from './actions';
import { alerts } from './alerts';
import { catalog } from './catalog';
import { deadline } from './deadline';
import { definitions } from './definitions';
import { groups } from './groups';
import { health } from './health';

/** What the API says in sentences of its own, in German. */
export const sentences = {
  ...actions,
  ...definitions,
  ...deadline,
  ...health,
  ...alerts,
  ...catalog,
  ...groups,
};
