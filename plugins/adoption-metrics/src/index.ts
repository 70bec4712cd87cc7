/**
 * The adoption scorecard of a Backstage portal: a homepage card, the page
 * behind it, and the collector that reports use and page load times.
 *
 * @packageDocumentation
 */
export {
  adoptionMetricsPlugin as default,
  type AdoptionMetricsExtensionId,
  type AdoptionMetricsPlugin,
  type AdoptionMetricsTab,
} from './plugin';
export { adoptionMetricsApiRef, type AdoptionMetricsApi } from './api';
export { adoptionScorecardTranslationRef } from './scorecardTranslation';
export { adoptionMetricsTranslationRef } from './translation';
