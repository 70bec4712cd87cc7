import type {
  ActivityGranularity,
  Granularity,
  SeriesPoint,
  Target,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';
import type { Format } from '../format';

/** What the values of a history count. */
export type HistoryUnit = Unit | 'count';

/** A history ready to be drawn or listed. */
export interface HistoryData {
  granularity: ActivityGranularity;
  unit: HistoryUnit;
  /** Only the metrics themselves have one. */
  target?: Target;
  points: SeriesPoint[];
  write: (value: number, format: Format) => string;
}

/** Which part of a history is asked for. */
export interface HistoryPeriod {
  /** First day, `YYYY-MM-DD`. */
  from: string;
  granularity: Granularity;
}

/** Where a history comes from. */
export interface HistoryLoader {
  /** Begins the name of the file. */
  fileName: string;
  load: (period: HistoryPeriod, signal: AbortSignal) => Promise<HistoryData>;
  loadCsv: (period: HistoryPeriod) => Promise<Blob>;
}
