import type { SeriesPoint } from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatShare } from '../format';
import type { HistoryData } from './HistoryData';
import { periodName } from './historyRows';
import styles from './HistorySection.module.css';

/** The series behind the chart, the newest period first. */
export function HistoryTable(props: { history: HistoryData; name: string }) {
  const { history, name } = props;
  return (
    // Scrolling by keyboard needs a focusable element.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col">Value</th>
            <th scope="col">Based on</th>
            <th scope="col">Observed</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {[...history.points].reverse().map(point => (
            <tr key={point.from}>
              <th scope="row">{periodName(point, history.granularity)}</th>
              <td>
                {point.value === null ? 'unknown' : history.write(point.value)}
              </td>
              <td>{basisOfPoint(point)}</td>
              <td>
                {point.coverage === null ? '' : formatShare(point.coverage, 1)}
              </td>
              <td>{stateOfPoint(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "28 of 300" or "n = 4,212". */
export function basisOfPoint(point: SeriesPoint): string {
  const { numerator, denominator, sampleCount } = point;
  if (sampleCount !== null) {
    return `n = ${formatCount(sampleCount)}`;
  }
  return numerator === null || denominator === null
    ? ''
    : `${formatCount(numerator)} of ${formatCount(denominator)}`;
}

export function stateOfPoint({ state }: SeriesPoint): string {
  return state === 'provisional'
    ? 'provisional, late reports may still arrive'
    : state ?? '';
}
