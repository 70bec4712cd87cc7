import type { SeriesPoint } from 'backstage-plugin-adoption-metrics-common';
import { TooltipFrame } from '../chart';
import type { HistoryData } from './HistoryData';
import { basisOfPoint, stateOfPoint, valueOfPoint } from './HistoryTable';
import { isOpen, periodName, type HistoryRow } from './historyRows';
import { useLanguage, type Language } from '../format';

interface HistoryTooltipProps {
  history: HistoryData;
  active?: boolean;
  payload?: ReadonlyArray<{ payload?: HistoryRow }>;
}

/** What is known about the period under the pointer. */
export function HistoryTooltip(props: HistoryTooltipProps) {
  const { history, active, payload } = props;
  const language = useLanguage();

  const point = payload?.[0]?.payload?.point;
  if (!active || !point) {
    return null;
  }
  return (
    <TooltipFrame title={periodName(point, history.granularity, language)}>
      <p>
        <strong>{valueOfPoint(point, history, language)}</strong>
      </p>
      <p>{describe(point, language)}</p>
    </TooltipFrame>
  );
}

function describe(point: SeriesPoint, language: Language): string {
  const state = isOpen(point) ? stateOfPoint(point, language.t) : '';
  return [basisOfPoint(point, language), state].filter(Boolean).join(' · ');
}
