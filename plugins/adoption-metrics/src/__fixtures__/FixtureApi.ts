import type {
  AcknowledgementRequest,
  AlertMuteRequest,
  Annotation,
  AnnotationRequest,
  EntityVerification,
  MetricId,
  MyChoice,
  MyData,
  DeadlineReport,
  DeadlineRequest,
  Scorecard,
  VerificationRequest,
} from 'backstage-plugin-adoption-metrics-common';
import type {
  AdoptionMetricsApi,
  CsvReportName,
  DevelopersRequest,
  Report,
  ReportName,
  ReportParameters,
  SeriesRequest,
} from '../api';
import { definitions } from './definitions';
import { detailOf, diagnostics } from './details';
import {
  developerPreview,
  developersByName,
  myData,
  nothingOfMine,
} from './people';
import {
  alerts,
  annotations,
  noDeadline,
  deadlineAtRisk,
  deadlineLog,
} from './deadlines';
import { emptyReporters, reporters } from './reports';
import { verifications } from './staleEntities';
import { nothingKnown, seriesFor } from './series';

/** Answers everything from one scorecard. */
export class FixtureApi implements AdoptionMetricsApi {
  readonly #scorecard: Scorecard;
  #myData: MyData;
  #deadline: DeadlineReport;
  #verifications?: EntityVerification[];
  #annotations: Annotation[];
  #alerts = alerts;

  constructor(scorecard: Scorecard) {
    this.#scorecard = scorecard;
    this.#myData = this.#nothingSeen() ? nothingOfMine : myData;
    this.#annotations = this.#nothingSeen() ? [] : annotations.annotations;
    this.#deadline = this.#nothingSeen() ? noDeadline : deadlineAtRisk;
  }

  async getScorecard() {
    return this.#scorecard;
  }

  async getDefinitions() {
    return definitions;
  }

  async getDiagnostics() {
    return diagnostics;
  }

  async getMetric(id: MetricId) {
    return detailOf(this.#scorecard, id);
  }

  async getSeries(request: SeriesRequest) {
    const series = seriesFor(request);
    const { metric } = detailOf(this.#scorecard, request.metric);
    const begin = metric.sparkline.find(({ value }) => value !== null)?.day;
    // A story of more than 90 days reaches back beyond the sparkline.
    if (metric.sparkline[0]?.day === begin && begin !== undefined) {
      return series;
    }
    const points = series.points.map(point =>
      begin && point.to > begin ? point : { ...point, ...nothingKnown },
    );
    return { ...series, points };
  }

  async getSeriesCsv(request: SeriesRequest) {
    const { points } = await this.getSeries(request);
    const lines = points.map(({ from, value }) => `${from},${value ?? ''}`);
    return new Blob([['from,value', ...lines].join('\n')]);
  }

  async getReport<TName extends ReportName>(
    name: TName,
    parameters: ReportParameters<TName> = {},
  ) {
    if (name === 'catalog/verifications' && this.#verifications) {
      const answer = { ...verifications, verifications: this.#verifications };
      return answer as Report<TName>;
    }
    if (name === 'annotations') {
      const answer = { ...annotations, annotations: this.#annotations };
      return answer as Report<TName>;
    }
    const known = this.#nothingSeen() ? emptyReporters : reporters;
    return known[name](parameters);
  }

  async getReportCsv<TName extends CsvReportName>(
    name: TName,
    parameters?: ReportParameters<TName>,
  ) {
    return new Blob([JSON.stringify(await this.getReport(name, parameters))]);
  }

  async getDeadline(): Promise<DeadlineReport> {
    return this.#deadline;
  }

  async getAlerts() {
    return this.#alerts;
  }

  async getDeadlineLog() {
    return deadlineLog;
  }

  async setDeadline(request: DeadlineRequest) {
    const { deadline } = deadlineAtRisk;
    this.#deadline = {
      ...deadlineAtRisk,
      deadline: { ...deadline!, ...request },
    };
    return this.#deadline;
  }

  async endDeadline() {
    this.#deadline = noDeadline;
    return noDeadline;
  }

  async addAnnotation(request: AnnotationRequest) {
    const [first] = annotations.annotations;
    const added = { ...first, decision: null, ...request, id: 99 };
    this.#annotations = [...this.#annotations, added];
    return added;
  }

  async removeAnnotation(id: number) {
    this.#annotations = this.#annotations.filter(each => each.id !== id);
  }

  async muteAlerts({ rule, until }: AlertMuteRequest) {
    const mute = until && { until, by: 'user:default/priya.nair' };
    this.#alerts = {
      ...this.#alerts,
      rules: this.#alerts.rules.map(state =>
        state.rule === rule ? { ...state, mute: mute || null } : state,
      ),
    };
    return { rule, until };
  }

  async acknowledgeAlert({ id }: AcknowledgementRequest) {
    const acknowledgement = {
      at: '2026-11-23T15:00:00.000Z',
      by: 'user:default/priya.nair',
      note: null,
    };
    this.#alerts = {
      ...this.#alerts,
      alerts: this.#alerts.alerts.map(alert =>
        alert.id === id ? { ...alert, acknowledgement } : alert,
      ),
    };
    return acknowledgement;
  }

  async verifyEntity({ entityRef }: VerificationRequest) {
    const confirmed = { ...verifications.verifications[0], entityRef };
    this.#verifications = [confirmed];
    return confirmed;
  }

  async getDevelopers(request: DevelopersRequest = {}) {
    return request.names ? developersByName : developerPreview;
  }

  async getMyData() {
    return this.#myData;
  }

  async setMyChoice({ optedOut }: MyChoice) {
    const counted = !optedOut && this.#myData.developer.since !== null;
    const developer = { ...this.#myData.developer, counted };
    this.#myData = { ...this.#myData, optedOut, developer };
  }

  async forgetPerson() {
    return { forgotten: false, activeDays: 0, stopped: false };
  }

  async mergePeople() {
    return { merged: 0, unknown: [] };
  }

  #nothingSeen(): boolean {
    return this.#scorecard.closedThrough === null;
  }
}
