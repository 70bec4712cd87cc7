import { XAxis, YAxis } from 'recharts';
import { axisStyle, widthOf } from '../chart';
import type { HistoryData, HistoryUnit } from './HistoryData';
import { axisLabel } from './historyRows';
import { axisTicks } from './historyScale';

const unitSigns: Record<HistoryUnit, string> = {
  share: '%',
  seconds: ' s',
  count: '',
};

/** Periods below, values in percent, seconds or people on the left. */
export function HistoryAxes(props: { history: HistoryData }) {
  const { unit, granularity } = props.history;
  const ticks = axisTicks(props.history);
  const label = (tick: number) => `${tick}${unitSigns[unit]}`;
  return (
    <>
      <XAxis
        {...axisStyle}
        dataKey="from"
        minTickGap={48}
        tickFormatter={day => axisLabel(day, granularity)}
      />
      <YAxis
        {...axisStyle}
        axisLine={false}
        width={widthOf(ticks.map(label))}
        ticks={ticks}
        domain={[ticks[0], ticks[ticks.length - 1]]}
        tickFormatter={label}
      />
    </>
  );
}
