/**
 * The adoption scorecard for a portal on Backstage's old frontend system, that
 * is one whose app is made by `createApp` of `@backstage/app-defaults`.
 *
 * @packageDocumentation
 */
export {
  adoptionMetricsPlugin,
  AdoptionMetricsCollector,
  AdoptionMetricsPage,
  AdoptionMyData,
  AdoptionScorecard,
  AdoptionSidebarItem,
  EntityStalenessCard,
} from './plugin';
export { createAdoptionAnalyticsApiFactory } from './analytics';
export { adoptionMetricsApiRef, type AdoptionMetricsApi } from '../api';
export { isStalenessAvailable } from '../entity/isStalenessAvailable';
export { adoptionScorecardTranslationRef } from '../scorecardTranslation';
export { adoptionMetricsTranslationRef } from '../translation';
