import type { Series } from 'backstage-plugin-adoption-metrics-common';
import { XAxis, YAxis } from 'recharts';
import { axisLabel } from './historyRows';
import { axisTicks } from './historyScale';

const axisStyle = { tickLine: false, stroke: 'var(--adoption-line)' };

/** Periods below, values in percent or seconds on the left. */
export function HistoryAxes(props: { series: Series }) {
  const { unit, granularity } = props.series;
  const ticks = axisTicks(props.series);
  const label = (tick: number) => `${tick}${unit === 'share' ? '%' : ' s'}`;
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

/** Room for the longest label in the chart's small letters. */
function widthOf(labels: string[]): number {
  return 14 + 8 * Math.max(...labels.map(({ length }) => length));
}
