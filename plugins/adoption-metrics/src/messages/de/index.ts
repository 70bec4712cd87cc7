import { activeUsers } from './activeUsers';
import { alerts } from './alerts';
import { catalog } from './catalog';
import { deadline } from './deadline';
import { decision } from './decision';
import { entity } from './entity';
import { flatten } from './flatten';
import { history } from './history';
import { myData } from './myData';
import { overview } from './overview';
import { pageLoad } from './pageLoad';
import { report } from './report';
import { sentences } from './sentences';
import { settings } from './settings';
import { uptime } from './uptime';

const german = flatten({
  history,
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
  sentences,
});

// Each file is checked to be complete; once more for the dotted keys of all
// would cost the compiler a minute.
export default german as never;
