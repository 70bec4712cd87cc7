import type {
  Series,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import { formatValue } from '../../format';
import { basisOfPoint, stateOfPoint } from './HistoryTable';
import { periodName, type HistoryRow } from './historyRows';
import styles from './HistorySection.module.css';

interface HistoryTooltipProps {
  series: Series;
  active?: boolean;
  payload?: ReadonlyArray<{ payload?: HistoryRow }>;
}

/** What is known about the period under the pointer. */
export function HistoryTooltip(props: HistoryTooltipProps) {
  const { series, active, payload } = props;
  const point = payload?.[0]?.payload?.point;
  if (!active || !point) {
    return null;
  }
  return (
    <div className={styles.tooltip}>
      <p>{periodName(point, series.granularity)}</p>
      <p>
        <strong>
          {point.value === null ? 'unknown' : formatValue(point.value, series)}
        </strong>
      </p>
      <p>{describe(point)}</p>
    </div>
  );
}

function describe(point: SeriesPoint): string {
  const state = point.state === 'provisional' ? stateOfPoint(point) : '';
  return [basisOfPoint(point), state].filter(Boolean).join(' · ');
}
