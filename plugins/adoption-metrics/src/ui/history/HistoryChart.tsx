import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
} from 'recharts';
import { chartMargin, ChartFrame } from '../chart';
import { HistoryAxes } from './HistoryAxes';
import type { HistoryData } from './HistoryData';
import { definitionChanges, historyRows } from './historyRows';
import type { PlacedAnnotation } from './placeAnnotations';
import { shownValue } from './historyScale';
import { HistoryTooltip } from './HistoryTooltip';
import { useLanguage } from '../format';

const cursor = { stroke: 'var(--adoption-quiet)', strokeWidth: 1 };
/** Readable where a line runs behind the words. */
const overLines = {
  paintOrder: 'stroke',
  stroke: 'var(--bui-bg-neutral-1)',
  strokeWidth: 3,
} as const;
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
export function HistoryChart(props: {
  history: HistoryData;
  title: string;
  /** What its values are, beside the value axis. */
  name: string;
  annotations: PlacedAnnotation[];
  onPickDay?: (day: string) => void;
}) {
  const { history, title, name, annotations, onPickDay } = props;
  return (
    <ChartFrame>
      <ResponsiveContainer initialDimension={{ width: 800, height: 300 }}>
        <ComposedChart
          data={historyRows(history)}
          margin={chartMargin}
          aria-label={title}
          onClick={
            onPickDay &&
            (({ activeLabel }) => activeLabel && onPickDay(String(activeLabel)))
          }
        >
          <CartesianGrid vertical={false} stroke="var(--adoption-line)" />
          <HistoryAxes history={history} name={name} />
          <Tooltip
            isAnimationActive={false}
            cursor={cursor}
            content={<HistoryTooltip history={history} />}
          />
          <Marks history={history} />
          {annotations.map(({ annotation, from, number }) => (
            <ReferenceLine
              key={annotation.id}
              x={from}
              stroke="var(--bui-fg-primary)"
              label={{ value: number, position: 'insideTopLeft', offset: 4 }}
            />
          ))}
          <Lines history={history} />
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

/** The target, and where another definition came into force. */
function Marks(props: { history: HistoryData }) {
  const { points, target, unit } = props.history;
  const { t, format } = useLanguage();

  return (
    <>
      {target && unit !== 'count' && (
        <ReferenceLine
          y={shownValue(target.value, unit)}
          stroke="var(--bui-fg-primary)"
          strokeDasharray="5 5"
          strokeWidth={1.25}
          label={{
            value: t('history.target', { target: format.target(target, unit) }),
            position: 'insideBottomLeft',
            offset: 6,
            style: overLines,
          }}
        />
      )}
      {definitionChanges(points).map(({ from, definitionVersion }) => (
        <ReferenceLine
          key={from}
          x={from}
          stroke="var(--adoption-quiet)"
          strokeDasharray="2 3"
          label={{
            value: t('history.definition', {
              version: String(definitionVersion),
            }),
            position: 'insideTopRight',
          }}
        />
      ))}
    </>
  );
}

function Lines(props: { history: HistoryData }) {
  const few = props.history.points.length <= fewPoints;
  return (
    <>
      <Line {...lineStyle} dataKey="final" dot={few ? smallDot : false} />
      <Line
        {...lineStyle}
        dataKey="open"
        strokeDasharray="2 4"
        dot={smallDot}
      />
    </>
  );
}
