import {
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
} from 'recharts';
import { chartMargin, ChartFrame, TooltipFrame } from '../../ui/chart';
import { useLanguage } from '../../ui/format';
import { HistoryAxes } from '../../ui/history/HistoryAxes';
import { periodName } from '../../ui/history/historyRows';
import {
  portalRows,
  type PortalHistoryData,
  type PortalRow,
} from './portalHistoryLoader';
import { portalStyle } from './portalStyles';

interface PortalChartProps {
  name: string;
  history: PortalHistoryData;
}

/** A line for each portal; what is unknown stays a gap. */
export function PortalChart({ name, history }: PortalChartProps) {
  const { t } = useLanguage();
  const { granularity, lines } = history;
  const points = lines.flatMap(line => line.points);
  return (
    <ChartFrame>
      <ResponsiveContainer initialDimension={{ width: 800, height: 300 }}>
        <ComposedChart
          data={portalRows(history)}
          margin={chartMargin}
          aria-label={name}
        >
          <CartesianGrid vertical={false} stroke="var(--adoption-line)" />
          <HistoryAxes
            history={{ granularity, unit: 'count', points, write: String }}
            name={t('activeUsers.lifecycle.axis')}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--adoption-quiet)', strokeWidth: 1 }}
            content={<PortalTooltip history={history} />}
          />
          {lines.map(({ id }, place) => linesOf(id, place))}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

/** What is final, and what may still change. */
function linesOf(id: string, place: number) {
  const { color, dash, width } = portalStyle(id, place);
  const common = {
    stroke: color,
    strokeWidth: width,
    isAnimationActive: false,
    activeDot: { r: 4 },
  };
  return [
    <Line
      {...common}
      key={id}
      dataKey={({ values }: PortalRow) => values[id]?.final}
      strokeDasharray={dash}
      dot={false}
    />,
    <Line
      {...common}
      key={`${id} open`}
      dataKey={({ values }: PortalRow) => values[id]?.open}
      strokeDasharray="2 3"
      dot={{
        r: 2.5,
        fill: 'var(--bui-bg-neutral-1)',
        strokeWidth: 1.5,
        strokeDasharray: '',
      }}
    />,
  ];
}

interface PortalTooltipProps {
  history: PortalHistoryData;
  active?: boolean;
  payload?: ReadonlyArray<{ payload?: PortalRow }>;
}

/** What each portal had in the period under the pointer. */
function PortalTooltip({ history, active, payload }: PortalTooltipProps) {
  const language = useLanguage();
  const { t, format } = language;

  const from = payload?.[0]?.payload?.from;
  const [first] = history.lines.flatMap(({ points }) =>
    points.filter(point => point.from === from),
  );
  if (!active || !first) {
    return null;
  }
  return (
    <TooltipFrame title={periodName(first, history.granularity, language)}>
      {history.lines.map(({ id, title, points }) => (
        <p key={id}>
          {t('activeUsers.portals.inPortal', {
            title,
            people: format.countOrUnknown(
              points.find(point => point.from === from)?.value ?? null,
            ),
          })}
        </p>
      ))}
    </TooltipFrame>
  );
}
