import type {
  MetricId,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi, SeriesRequest } from '../api';
import { definitions } from './definitions';
import { detailOf, diagnostics } from './details';
import { seriesFor } from './series';

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
    return seriesFor(request);
  }

  async getSeriesCsv(request: SeriesRequest) {
    const { points } = seriesFor(request);
    const lines = points.map(({ from, value }) => `${from},${value ?? ''}`);
    return new Blob([['from,value', ...lines].join('\n')]);
  }
}
