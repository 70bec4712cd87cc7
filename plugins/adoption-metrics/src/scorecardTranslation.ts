import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { scorecardSentences } from 'backstage-plugin-adoption-metrics-common';
import { card } from './messages/card';
import { common } from './messages/common';
import { countdown } from './messages/countdown';
import { metric } from './messages/metric';

/**
 * What the homepage card says, and what the pages share with it: apart from the
 * messages of the pages, so that the homepage does not load those. A portal
 * replaces messages with `createTranslationMessages` and adds languages with
 * `createTranslationResource`.
 *
 * @public
 */
export const adoptionScorecardTranslationRef = createTranslationRef({
  id: 'plugin.adoption-metrics.scorecard',
  messages: {
    common,
    metric,
    countdown,
    card,
    /** What the API says of a metric in sentences of its own. */
    metricSentences: scorecardSentences,
  },
  // Loaded when somebody chooses it.
  translations: { de: () => import('./messages/de/scorecard') },
});
