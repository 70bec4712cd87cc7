import type { Series } from 'backstage-plugin-adoption-metrics-common';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
} from 'recharts';
import { formatTarget } from '../../format';
import { HistoryAxes } from './HistoryAxes';
import { definitionChanges, historyRows } from './historyRows';
import { shownValue } from './historyScale';
import { HistoryTooltip } from './HistoryTooltip';
import styles from './HistorySection.module.css';

const margin = { top: 22, right: 12, bottom: 0, left: 0 };
const cursor = { stroke: 'var(--adoption-quiet)', strokeWidth: 1 };
const smallDot = {
  r: 2.5,
  fill: 'var(--bui-bg-neutral-1)',
  strokeDasharray: '',
};
const lineStyle = {
  stroke: 'var(--adoption-accent)',
  strokeWidth: 2,
  isAnimationActive: false,
  activeDot: { r: 4 },
};
/** So few points are shown as dots: a gap on both sides would hide a line. */
const fewPoints = 16;

/** The history as a line; what is unknown stays a gap. */
export function HistoryChart(props: { series: Series; name: string }) {
  const { series, name } = props;
  return (
    <div className={styles.chart}>
      <ResponsiveContainer initialDimension={{ width: 800, height: 300 }}>
        <ComposedChart
          data={historyRows(series)}
          margin={margin}
          aria-label={name}
        >
          <CartesianGrid vertical={false} stroke="var(--adoption-line)" />
          <HistoryAxes series={series} />
          <Tooltip
            isAnimationActive={false}
            cursor={cursor}
            content={<HistoryTooltip series={series} />}
          />
          <Marks series={series} />
          <Lines series={series} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The target, and where another definition came into force. */
function Marks(props: { series: Series }) {
  const { points, target, unit } = props.series;
  const label = `target ${formatTarget(target, unit)}`;
  return (
    <>
      <ReferenceLine
        y={shownValue(target.value, unit)}
        stroke="var(--bui-fg-primary)"
        strokeDasharray="5 5"
        strokeWidth={1.25}
        label={{ value: label, position: 'insideBottomLeft', offset: 6 }}
      />
      {definitionChanges(points).map(({ from, definitionVersion }) => (
        <ReferenceLine
          key={from}
          x={from}
          stroke="var(--adoption-quiet)"
          strokeDasharray="2 3"
          label={{
            value: `definition ${definitionVersion}`,
            position: 'insideTopRight',
          }}
        />
      ))}
    </>
  );
}

function Lines(props: { series: Series }) {
  const few = props.series.points.length <= fewPoints;
  return (
    <>
      <Line {...lineStyle} dataKey="final" dot={few ? smallDot : false} />
      <Line
        {...lineStyle}
        dataKey="provisional"
        strokeDasharray="2 4"
        dot={smallDot}
      />
    </>
  );
}
