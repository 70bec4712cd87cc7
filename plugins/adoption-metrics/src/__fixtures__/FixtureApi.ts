import type {
  MetricId,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi, SeriesRequest } from '../api';
import { definitions } from './definitions';
import { detailOf, diagnostics } from './details';
import { nothingKnown, seriesFor } from './series';

/** Answers everything from one scorecard. */
export class FixtureApi implements AdoptionMetricsApi {
  readonly #scorecard: Scorecard;

  constructor(scorecard: Scorecard) {
    this.#scorecard = scorecard;
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

  async getMetric(metric: MetricId) {
    return detailOf(this.#scorecard, metric);
  }

  async getSeries(request: SeriesRequest) {
    const series = seriesFor(request);
    const { figure } = detailOf(this.#scorecard, request.metric);
    const begin = figure.sparkline.find(({ value }) => value !== null)?.day;
    // A story of more than 90 days reaches back beyond the sparkline.
    if (figure.sparkline[0]?.day === begin && begin !== undefined) {
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
}
