import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { axisStyle, axisTitle, chartMargin, widthOf } from './axis';
import { ChartFrame } from './ChartFrame';
import type { ColumnChartProps, ColumnRow } from './columnData';
import { ColumnTooltip } from './ColumnTooltip';
import { ticksBetween } from './ticks';
import { useLanguage, type Format } from '../format';

const cursor = { fill: 'var(--adoption-line)' };
/** Between the layers of a column. */
const gap = 'var(--bui-bg-neutral-1)';
const markStyle = {
  stroke: 'var(--bui-fg-primary)',
  strokeDasharray: '5 5',
  strokeWidth: 1.25,
};

export function Columns(props: ColumnChartProps) {
  const { name, rows, layers, limit, border } = props;
  const { format } = useLanguage();

  const labels = new Map(rows.map(({ key, label }) => [key, label]));
  return (
    <ChartFrame>
      <ResponsiveContainer initialDimension={{ width: 800, height: 300 }}>
        <BarChart
          data={rows}
          margin={chartMargin}
          stackOffset="sign"
          barCategoryGap="18%"
          aria-label={name}
        >
          <CartesianGrid vertical={false} stroke="var(--adoption-line)" />
          <XAxis
            {...axisStyle}
            dataKey="key"
            minTickGap={16}
            tickFormatter={key => labels.get(key) ?? ''}
          />
          <YAxis
            {...axisStyle}
            axisLine={false}
            {...valueAxis(props, format)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={cursor}
            content={<ColumnTooltip />}
          />
          {layers.map(({ id, label, color }) => (
            <Bar
              key={id}
              name={label}
              stackId="all"
              dataKey={({ values }: ColumnRow) => values[id]}
              fill={color}
              stroke={layers.length > 1 ? gap : undefined}
              maxBarSize={56}
              isAnimationActive={false}
            />
          ))}
          <ReferenceLine y={0} stroke="var(--adoption-quiet)" />
          {limit !== undefined && <ReferenceLine {...markStyle} y={limit} />}
          {border && (
            <ReferenceLine
              {...markStyle}
              x={border.key}
              position="start"
              label={{ value: border.label, position: 'insideTopLeft' }}
            />
          )}
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

function valueAxis(
  { rows, limit, axis, unitSign = '' }: ColumnChartProps,
  format: Format,
) {
  const ticks = ticksBetween(
    Math.min(0, ...rows.map(row => stackOf(row, -1))),
    // Columns without height still stand on an axis.
    Math.max(limit ?? 4, ...rows.map(row => stackOf(row, 1))),
  );
  const write = (tick: number) => `${format.number(Math.abs(tick))}${unitSign}`;
  return {
    ticks,
    domain: [ticks[0], ticks[ticks.length - 1]],
    width: widthOf(ticks.map(write), true),
    label: axisTitle(axis),
    tickFormatter: write,
  };
}

/** How far a column reaches above or below zero. */
function stackOf({ values }: ColumnRow, sign: 1 | -1): number {
  return Object.values(values).reduce<number>(
    (sum, value = 0) => (value * sign > 0 ? sum + value : sum),
    0,
  );
}
