import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { activeUsers } from './messages/activeUsers';
import { alerts } from './messages/alerts';
import { card } from './messages/card';
import { catalog } from './messages/catalog';
import { common } from './messages/common';
import { deadline } from './messages/deadline';
import { decision } from './messages/decision';
import { entity } from './messages/entity';
import { history } from './messages/history';
import { metric } from './messages/metric';
import { myData } from './messages/myData';
import { overview } from './messages/overview';
import { pageLoad } from './messages/pageLoad';
import { report } from './messages/report';
import { settings } from './messages/settings';
import { uptime } from './messages/uptime';

/**
 * Everything that the plugin says on the screen, by the area that says it, in
 * English and, once a portal offers it, in German. A portal replaces messages
 * with `createTranslationMessages` and adds languages with
 * `createTranslationResource`.
 *
 * @public
 */
export const adoptionMetricsTranslationRef = createTranslationRef({
  id: 'plugin.adoption-metrics',
  messages: {
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
  },
  // Loaded when somebody chooses it.
  translations: { de: () => import('./messages/de') },
});
