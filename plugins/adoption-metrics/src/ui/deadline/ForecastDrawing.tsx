import { useId } from 'react';
import {
  forecastGeometry,
  type Drawn,
  type Place,
  type Plan,
} from './forecastGeometry';
import { useScorecardLanguage, type ScorecardLanguage } from '../format';
import { ticksBetween } from '../chart/ticks';
import styles from './ForecastDrawing.module.css';

const width = 300;
const height = 100;

interface ForecastDrawingProps {
  report: Drawn;
  /** One to compare with. */
  plan?: Plan;
  className?: string;
  /** Whether the shares beside it are labeled, where there is room. */
  withAxis?: boolean;
}

/** What was, what may come, and the goal on its day. */
export function ForecastDrawing(props: ForecastDrawingProps) {
  const { report, plan, className = '', withAxis = false } = props;
  const language = useScorecardLanguage();
  const { t, format } = language;

  const clipId = useId();
  const geometry = forecastGeometry(report, plan);
  if (!geometry) {
    return null;
  }
  const { goalY, deadlineX, from, to } = geometry;
  return (
    <div
      className={[styles.drawing, withAxis && styles.withAxis, className]
        .filter(Boolean)
        .join(' ')}
      role="img"
      aria-label={summaryOf(report, language)}
    >
      {withAxis && (
        <span className={styles.axisName} aria-hidden>
          {t('countdown.drawing.axis')}
        </span>
      )}
      <div className={styles.plot}>
        {withAxis && <Axis top={geometry.top} />}
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          aria-hidden
        >
          <clipPath id={clipId}>
            <rect width={width} height={height} />
          </clipPath>
          <path className={styles.range} d={pathOf(geometry.range, true)} />
          {goalY !== undefined && (
            <path className={styles.goal} d={`M0,${goalY * height}H${width}`} />
          )}
          {deadlineX !== undefined && (
            <path
              className={styles.deadline}
              d={`M${deadlineX * width},0V${height}`}
            />
          )}
          <g clipPath={`url(#${clipId})`}>
            <path className={styles.plan} d={pathOf(geometry.plan)} />
          </g>
          <path className={styles.median} d={pathOf(geometry.median)} />
          <path className={styles.history} d={pathOf(geometry.history)} />
        </svg>
        {goalY !== undefined && report.deadline && (
          <span className={styles.goalLabel} style={{ top: `${goalY * 100}%` }}>
            {t('countdown.drawing.goal', {
              goal: format.share(report.deadline.goal),
            })}
          </span>
        )}
      </div>
      <div className={styles.days} aria-hidden>
        <span>{format.date(from)}</span>
        <span>{format.date(to)}</span>
      </div>
    </div>
  );
}

/** Round shares from nothing up, each with a line across the plot. */
function Axis(props: { top: number }) {
  const { top } = props;
  const { format } = useScorecardLanguage();

  return (
    <>
      {ticksBetween(0, top)
        .filter(share => share <= top)
        .map(share => (
          <span
            key={share}
            className={styles.tick}
            style={{ top: `${(1 - share / top) * 100}%` }}
            aria-hidden
          >
            <span>{format.share(share)}</span>
          </span>
        ))}
    </>
  );
}

function pathOf(places: Place[], closed = false): string {
  if (places.length === 0) {
    return '';
  }
  const points = places.map(({ x, y }) => `${x * width},${y * height}`);
  return `M${points.join('L')}${closed ? 'Z' : ''}`;
}

function summaryOf(
  { history, latest, deadline }: Drawn,
  { t, format }: ScorecardLanguage,
): string {
  const target = deadline
    ? ({ operator: '>=', value: deadline.goal } as const)
    : undefined;
  const known = history.filter(({ share }) => share !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  const past = t('countdown.drawing.past', {
    first: format.share(first.share!),
    firstDay: format.date(first.day),
    last: format.share(last.share!, target),
    lastDay: format.date(last.day),
  });
  const end = latest?.forecast?.end;
  const text = end
    ? t('countdown.drawing.forecast', {
        past,
        day: format.date(end.day),
        median: format.share(end.median, target),
        low: format.share(end.low, target),
        high: format.share(end.high, target),
      })
    : past;
  return deadline
    ? t('countdown.drawing.withGoal', {
        text,
        goal: format.share(deadline.goal),
      })
    : text;
}
