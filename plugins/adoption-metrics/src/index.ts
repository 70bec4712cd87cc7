/**
 * The adoption scorecard of a Backstage portal: a homepage card, the page
 * behind it, and the collector that reports use and page load times.
 *
 * @packageDocumentation
 */
export { adoptionMetricsPlugin as default } from './plugin';
export {
  adoptionMetricsApiRef,
  AdoptionMetricsClient,
  type ActivitySeriesParameters,
  type AdoptionMetricsApi,
  type DevelopersRequest,
  type LifecycleParameters,
  type PageLoadParameters,
  type PageLoadRoutesParameters,
  type PageLoadSeriesParameters,
  type Report,
  type ReportName,
  type ReportParameters,
  type ReportPeriod,
  type Reports,
  type RequestOptions,
  type SeriesRequest,
} from './api';
export { adoptionMetricsTranslationRef } from './translation';
