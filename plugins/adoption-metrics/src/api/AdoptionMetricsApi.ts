import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  Definitions,
  Diagnostics,
  FigureDetail,
  Granularity,
  MetricId,
  Scorecard,
  Series,
} from 'backstage-plugin-adoption-metrics-common';

/**
 * Which part of a figure's history is asked for.
 *
 * @public
 */
export interface SeriesRequest {
  metric: MetricId;
  /** First day, `YYYY-MM-DD`; the server's default is 90 days before `to`. */
  from?: string;
  /** Day after the last, `YYYY-MM-DD`; the server's default is today. */
  to?: string;
  /** Length of a period; the server's default is a day. */
  granularity?: Granularity;
}

/** @public */
export interface RequestOptions {
  /** Ends the request when it fires. */
  signal?: AbortSignal;
}

/**
 * Reads the figures of the portal. Every method rejects with a
 * `ResponseError` when the server refuses, with status 403 when the signed-in
 * person lacks the permission `adoption-metrics.scorecard.read`.
 *
 * @public
 */
export interface AdoptionMetricsApi {
  /** The four figures, each against its target. */
  getScorecard(options?: RequestOptions): Promise<Scorecard>;
  /** What each figure means. */
  getDefinitions(options?: RequestOptions): Promise<Definitions>;
  /** What has to be in place for the figures to be true. */
  getDiagnostics(options?: RequestOptions): Promise<Diagnostics>;
  /** One figure with its breakdowns. */
  getMetric(metric: MetricId, options?: RequestOptions): Promise<FigureDetail>;
  /** The history of one figure. */
  getSeries(request: SeriesRequest, options?: RequestOptions): Promise<Series>;
  /** The history of one figure as comma separated values. */
  getSeriesCsv(request: SeriesRequest, options?: RequestOptions): Promise<Blob>;
}

/**
 * Refers to the {@link AdoptionMetricsApi} of the app.
 *
 * @public
 */
export const adoptionMetricsApiRef = createApiRef<AdoptionMetricsApi>().with({
  id: 'plugin.adoption-metrics.client',
  pluginId: 'adoption-metrics',
});
