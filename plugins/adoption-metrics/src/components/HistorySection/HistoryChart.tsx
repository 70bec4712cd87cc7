import type { Series } from 'backstage-plugin-adoption-metrics-common';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatTarget } from '../../format';
import { axisLabel, definitionChanges, historyRows } from './historyRows';
import { axisTicks, shownValue } from './historyScale';
import { HistoryTooltip } from './HistoryTooltip';
import styles from './HistorySection.module.css';

const lineStyle = {
  stroke: 'var(--adoption-accent)',
  strokeWidth: 2,
  isAnimationActive: false,
  activeDot: { r: 4 },
};

const axisStyle = { tickLine: false, stroke: 'var(--adoption-line)' };

/** The history as a line; what is unknown stays a gap. */
export function HistoryChart(props: { series: Series; name: string }) {
  const { series, name } = props;
  const { points, unit, target, granularity } = series;
  const ticks = axisTicks(series);
  return (
    <div className={styles.chart}>
      <ResponsiveContainer initialDimension={{ width: 800, height: 300 }}>
        <ComposedChart
          data={historyRows(series)}
          margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
          aria-label={name}
        >
          <CartesianGrid vertical={false} stroke="var(--adoption-line)" />
          <XAxis
            {...axisStyle}
            dataKey="from"
            minTickGap={48}
            tickFormatter={day => axisLabel(day, granularity)}
          />
          <YAxis
            {...axisStyle}
            axisLine={false}
            width={52}
            ticks={ticks}
            domain={[ticks[0], ticks[ticks.length - 1]]}
            tickFormatter={tick => `${tick}${unit === 'share' ? '%' : ' s'}`}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--adoption-quiet)', strokeWidth: 1 }}
            content={<HistoryTooltip series={series} />}
          />
          <ReferenceLine
            y={shownValue(target.value, unit)}
            stroke="var(--bui-fg-primary)"
            strokeDasharray="5 5"
            strokeWidth={1.25}
            label={{
              value: `target ${formatTarget(target, unit)}`,
              position: 'insideTopLeft',
              offset: 6,
            }}
          />
          {definitionChanges(points).map(point => (
            <ReferenceLine
              key={point.from}
              x={point.from}
              stroke="var(--adoption-quiet)"
              strokeDasharray="2 3"
              label={{
                value: `definition ${point.definitionVersion}`,
                position: 'insideTopRight',
              }}
            />
          ))}
          <Line {...lineStyle} dataKey="final" dot={isLone(series)} />
          <Line
            {...lineStyle}
            dataKey="provisional"
            strokeDasharray="2 4"
            dot={{
              r: 2.5,
              fill: 'var(--bui-bg-neutral-1)',
              strokeDasharray: '',
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Few points are shown as dots, since a gap on both sides hides a line. */
function isLone({ points }: Series) {
  return points.length <= 16 ? { r: 2.5 } : false;
}
