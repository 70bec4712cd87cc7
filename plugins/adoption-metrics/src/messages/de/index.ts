import { activeUsers } from './activeUsers';
import { alerts } from './alerts';
import { card } from './card';
import { catalog } from './catalog';
import { common } from './common';
import { deadline } from './deadline';
import { decision } from './decision';
import { entity } from './entity';
import { history } from './history';
import { metric } from './metric';
import { myData } from './myData';
import { overview } from './overview';
import { pageLoad } from './pageLoad';
import { report } from './report';
import { settings } from './settings';
import { uptime } from './uptime';

/** Messages below each other, or one of them. */
interface Messages {
  readonly [key: string]: string | Messages;
}

/** By the dotted keys under which Backstage looks messages up. */
function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[`${prefix}${key}`, message] as [string, string]]
      : flatten(message, `${prefix}${key}.`),
  );
}

const german = Object.fromEntries(
  flatten({
    common,
    metric,
    history,
    card,
    entity,
    overview,
    activeUsers,
    pageLoad,
    uptime,
    catalog,
    deadline,
    decision,
    report,
    alerts,
    settings,
    myData,
  }),
);

// Each file is checked to be complete; once more for the dotted keys of all
// would cost the compiler a minute.
export default german as never;
