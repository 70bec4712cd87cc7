import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AlertList,
  AlertMuteRequest,
  Definitions,
  DeveloperPreview,
  Diagnostics,
  MetricDetail,
  AcknowledgementRequest,
  AlertAcknowledgement,
  Annotation,
  AnnotationRequest,
  EntityVerification,
  ForgetOutcome,
  ForgetRequest,
  Granularity,
  MergeOutcome,
  MergeRequest,
  MetricId,
  MyChoice,
  MyData,
  DeadlineLog,
  DeadlineReport,
  DeadlineRequest,
  Scorecard,
  Series,
  VerificationRequest,
} from 'backstage-plugin-adoption-metrics-common';
import type {
  CsvReportName,
  Report,
  ReportName,
  ReportParameters,
} from './Reports';

/**
 * Which part of a metric's history is asked for.
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
export interface DevelopersRequest {
  /** Whether to name people; refused without the permission to manage them. */
  names?: boolean;
}

/** @public */
export interface RequestOptions {
  /** Ends the request when it fires. */
  signal?: AbortSignal;
}

/**
 * Reads the metrics of the portal. Every method rejects with a
 * `ResponseError` when the server refuses, with status 403 when the signed-in
 * person lacks the permission `adoption-metrics.scorecard.read`. What is held
 * about the person needs no permission; names and other people's data need
 * `adoption-metrics.people.manage`.
 *
 * @public
 */
export interface AdoptionMetricsApi {
  /** The four metrics, each against its target. */
  getScorecard(options?: RequestOptions): Promise<Scorecard>;
  /** What each metric means. */
  getDefinitions(options?: RequestOptions): Promise<Definitions>;
  /** What has to be in place for the metrics to be true. */
  getDiagnostics(options?: RequestOptions): Promise<Diagnostics>;
  /** One metric with its breakdowns. */
  getMetric(id: MetricId, options?: RequestOptions): Promise<MetricDetail>;
  /** The history of one metric. */
  getSeries(request: SeriesRequest, options?: RequestOptions): Promise<Series>;
  /** The history of one metric as comma separated values. */
  getSeriesCsv(request: SeriesRequest, options?: RequestOptions): Promise<Blob>;
  /** One of the reports behind active users, page load and uptime. */
  getReport<TName extends ReportName>(
    name: TName,
    parameters?: ReportParameters<TName>,
    options?: RequestOptions,
  ): Promise<Report<TName>>;
  /** The same report as comma separated values. */
  getReportCsv<TName extends CsvReportName>(
    name: TName,
    parameters?: ReportParameters<TName>,
    options?: RequestOptions,
  ): Promise<Blob>;
  /** The deadline, its forecast and what else matters on its date. */
  getDeadline(options?: RequestOptions): Promise<DeadlineReport>;
  /** What was alerted about, and what became of delivering it. */
  getAlerts(options?: RequestOptions): Promise<AlertList>;
  /** Every change of goal and date. */
  getDeadlineLog(options?: RequestOptions): Promise<DeadlineLog>;
  /**
   * Sets or changes the goal and its date; needs the permission
   * `adoption-metrics.deadline.manage`.
   */
  setDeadline(
    request: DeadlineRequest,
    options?: RequestOptions,
  ): Promise<DeadlineReport>;
  /** Ends the deadline; needs the same permission. */
  endDeadline(options?: RequestOptions): Promise<DeadlineReport>;
  /**
   * Writes down what happened on a day; needs the permission
   * `adoption-metrics.deadline.manage`.
   */
  addAnnotation(
    request: AnnotationRequest,
    options?: RequestOptions,
  ): Promise<Annotation>;
  /** Takes an annotation away; needs the same permission. */
  removeAnnotation(id: number, options?: RequestOptions): Promise<void>;
  /**
   * Takes charge of an alert; needs the permission
   * `adoption-metrics.deadline.manage`.
   */
  acknowledgeAlert(
    request: AcknowledgementRequest,
    options?: RequestOptions,
  ): Promise<AlertAcknowledgement>;
  /** Notifies nobody of a rule through a day; needs the same permission. */
  muteAlerts(
    request: AlertMuteRequest,
    options?: RequestOptions,
  ): Promise<AlertMuteRequest>;
  /** Confirms that an entity is still accurate; for its owners only. */
  verifyEntity(
    request: VerificationRequest,
    options?: RequestOptions,
  ): Promise<EntityVerification>;
  /** Who counts as a developer, in numbers, and by name where allowed. */
  getDevelopers(
    request?: DevelopersRequest,
    options?: RequestOptions,
  ): Promise<DeveloperPreview>;
  /** Everything that is held about the signed-in person. */
  getMyData(options?: RequestOptions): Promise<MyData>;
  /** Sets whether the signed-in person is counted. */
  setMyChoice(choice: MyChoice, options?: RequestOptions): Promise<void>;
  /** Deletes what is held about a person. */
  forgetPerson(
    request: ForgetRequest,
    options?: RequestOptions,
  ): Promise<ForgetOutcome>;
  /** Joins what is held under two identities of the same person. */
  mergePeople(
    request: MergeRequest,
    options?: RequestOptions,
  ): Promise<MergeOutcome>;
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
