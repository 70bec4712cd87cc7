import { XAxis, YAxis } from 'recharts';
import { axisStyle, axisTitle, widthOf } from '../chart';
import type { HistoryData, HistoryUnit } from './HistoryData';
import { axisLabel } from './historyRows';
import { axisTicks } from './historyScale';
import { useLanguage } from '../format';

const unitSigns: Record<HistoryUnit, string> = {
  share: '%',
  seconds: ' s',
  count: '',
};

/** Periods below, values in percent, seconds or people on the left. */
export function HistoryAxes(props: { history: HistoryData; name: string }) {
  const { unit, granularity } = props.history;
  const { format } = useLanguage();

  const ticks = axisTicks(props.history);
  const label = (tick: number) => `${format.number(tick)}${unitSigns[unit]}`;
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
