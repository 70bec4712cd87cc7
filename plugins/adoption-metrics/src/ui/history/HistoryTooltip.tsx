import type { SeriesPoint } from 'backstage-plugin-adoption-metrics-common';
import { TooltipFrame } from '../chart';
import type { HistoryData } from './HistoryData';
import { basisOfPoint, stateOfPoint } from './HistoryTable';
import { periodName, type HistoryRow } from './historyRows';

interface HistoryTooltipProps {
  history: HistoryData;
  active?: boolean;
  payload?: ReadonlyArray<{ payload?: HistoryRow }>;
}

/** What is known about the period under the pointer. */
export function HistoryTooltip(props: HistoryTooltipProps) {
  const { history, active, payload } = props;
  const point = payload?.[0]?.payload?.point;
  if (!active || !point) {
    return null;
  }
  return (
    <TooltipFrame title={periodName(point, history.granularity)}>
      <p>
        <strong>
          {point.value === null ? 'unknown' : history.write(point.value)}
        </strong>
      </p>
      <p>{describe(point)}</p>
    </TooltipFrame>
  );
}

function describe(point: SeriesPoint): string {
  const state = point.state === 'provisional' ? stateOfPoint(point) : '';
  return [basisOfPoint(point), state].filter(Boolean).join(' · ');
}
