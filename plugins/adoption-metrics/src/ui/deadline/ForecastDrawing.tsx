import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { formatDate, formatShare, formatShortDay } from '../format';
import { useId } from 'react';
import { forecastGeometry, type Place, type Plan } from './forecastGeometry';
import styles from './ForecastDrawing.module.css';

const width = 300;
const height = 100;

interface ForecastDrawingProps {
  report: DeadlineReport;
  /** One to compare with. */
  plan?: Plan;
  className?: string;
}

/** What was, what may come, and the goal on its day. */
export function ForecastDrawing(props: ForecastDrawingProps) {
  const { report, plan, className = '' } = props;
  const clipId = useId();
  const geometry = forecastGeometry(report, plan);
  if (!geometry) {
    return null;
  }
  const { goalY, deadlineX, from, to } = geometry;
  return (
    <div
      className={`${styles.drawing} ${className}`}
      role="img"
      aria-label={summaryOf(report)}
    >
      <div className={styles.plot}>
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
            goal {formatShare(report.deadline.goal)}
          </span>
        )}
      </div>
      <div className={styles.days} aria-hidden>
        <span>{formatShortDay(from)}</span>
        <span>{formatShortDay(to)}</span>
      </div>
    </div>
  );
}

function pathOf(places: Place[], closed = false): string {
  if (places.length === 0) {
    return '';
  }
  const points = places.map(({ x, y }) => `${x * width},${y * height}`);
  return `M${points.join('L')}${closed ? 'Z' : ''}`;
}

function summaryOf({ history, latest, deadline }: DeadlineReport): string {
  const known = history.filter(({ share }) => share !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  const past = `Active users: ${formatShare(first.share!, 1)} on ${formatDate(
    first.day,
  )}, ${formatShare(last.share!, 1)} on ${formatDate(last.day)}`;
  const goal = deadline ? `, goal ${formatShare(deadline.goal)}` : '';
  const end = latest?.forecast?.end;
  return end
    ? `${past}; forecast for ${formatDate(end.day)}: ${formatShare(
        end.median,
      )}, 80% range ${formatShare(end.low)} to ${formatShare(end.high)}${goal}`
    : `${past}${goal}`;
}
