import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { pageSentences } from 'backstage-plugin-adoption-metrics-common';
import { activeUsers } from './messages/activeUsers';
import { alerts } from './messages/alerts';
import { catalog } from './messages/catalog';
import { deadline } from './messages/deadline';
import { decision } from './messages/decision';
import { entity } from './messages/entity';
import { history } from './messages/history';
import { myData } from './messages/myData';
import { overview } from './messages/overview';
import { pageLoad } from './messages/pageLoad';
import { report } from './messages/report';
import { settings } from './messages/settings';
import { uptime } from './messages/uptime';

/**
 * What the pages and the entity card say, by the area that says it, in English
 * and, once a portal offers it, in German; {@link adoptionScorecardTranslationRef}
 * has what the homepage card says. A portal replaces messages with
 * `createTranslationMessages` and adds languages with `createTranslationResource`.
 *
 * @public
 */
export const adoptionMetricsTranslationRef = createTranslationRef({
  id: 'plugin.adoption-metrics',
  messages: {
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
    /** What the API says in sentences of its own. */
    sentences: pageSentences,
  },
  // Loaded when somebody chooses it.
  translations: { de: () => import('./messages/de') },
});
