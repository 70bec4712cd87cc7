import { XAxis, YAxis } from 'recharts';
import { axisStyle, axisTitle, widthOf } from '../chart';
import type { HistoryData, HistoryUnit } from './HistoryData';
import { axisLabel } from './historyRows';
import { axisTicks } from './historyScale';
import { useLanguage, type Language } from '../format';

/** Periods below, values in percent, seconds or people on the left. */
export function HistoryAxes(props: { history: HistoryData; name: string }) {
  const { unit, granularity } = props.history;
  const { format } = useLanguage();

  const ticks = axisTicks(props.history);
  const label = (tick: number) => tickText(tick, unit, format);
  return (
    <>
      <XAxis
        {...axisStyle}
        dataKey="from"
        minTickGap={48}
        tickFormatter={day => axisLabel(day, granularity, format)}
      />
      <YAxis
        {...axisStyle}
        axisLine={false}
        width={widthOf(ticks.map(label), true)}
        label={axisTitle(props.name)}
        ticks={ticks}
        domain={[ticks[0], ticks[ticks.length - 1]]}
        tickFormatter={label}
      />
    </>
  );
}

/** A tick as it is on the scale, which counts shares in percent. */
function tickText(
  tick: number,
  unit: HistoryUnit,
  format: Language['format'],
): string {
  switch (unit) {
    case 'share':
      return format.end(tick / 100, unit);
    case 'seconds':
      return format.end(tick, unit);
    default:
      return format.number(tick);
  }
}
