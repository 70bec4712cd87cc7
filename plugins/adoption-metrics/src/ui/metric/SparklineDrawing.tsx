import type { Place, SparklineGeometry } from './sparklineGeometry';
import styles from './Sparkline.module.css';

const width = 240;
const height = 40;

/** The lines of a sparkline, stretched to whatever room there is. */
export function SparklineDrawing(props: { geometry: SparklineGeometry }) {
  const { runs, targetY } = props.geometry;
  const target = targetY * height;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {runs.map(run => (
        <path key={run[0].x} className={styles.area} d={areaPath(run)} />
      ))}
      <line className={styles.target} x2={width} y1={target} y2={target} />
      {runs.map(run => (
        <path key={run[0].x} className={styles.line} d={linePath(run)} />
      ))}
    </svg>
  );
}

function linePath(run: Place[]): string {
  const places = run.map(({ x, y }) => `${x * width},${y * height}`);
  // A line from a place to itself shows a lone day as a dot.
  return `M${places.join('L')}${run.length === 1 ? `L${places[0]}` : ''}`;
}

function areaPath(run: Place[]): string {
  const right = run[run.length - 1].x * width;
  return `${linePath(run)}L${right},${height}L${run[0].x * width},${height}Z`;
}
