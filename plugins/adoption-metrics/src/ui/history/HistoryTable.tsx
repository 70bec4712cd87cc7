import type { SeriesPoint } from 'backstage-plugin-adoption-metrics-common';
import type { HistoryData } from './HistoryData';
import { periodName } from './historyRows';
import { useLanguage, type Language, type Translate } from '../format';
import styles from './HistorySection.module.css';

/** The series behind the chart, the newest period first. */
export function HistoryTable(props: { history: HistoryData; name: string }) {
  const { history, name } = props;
  const language = useLanguage();
  const { t, format } = language;

  return (
    // Scrolling by keyboard needs a focusable element.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('history.column.period')}</th>
            <th scope="col">{t('history.column.value')}</th>
            <th scope="col">{t('history.column.basis')}</th>
            <th scope="col">{t('history.column.coverage')}</th>
            <th scope="col">{t('history.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {[...history.points].reverse().map(point => (
            <tr key={point.from}>
              <th scope="row">
                {periodName(point, history.granularity, language)}
              </th>
              <td>{valueOfPoint(point, history, language)}</td>
              <td>{basisOfPoint(point, language)}</td>
              <td>
                {point.coverage === null ? '' : format.share(point.coverage)}
              </td>
              <td>{stateOfPoint(point, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function valueOfPoint(
  { value }: SeriesPoint,
  history: HistoryData,
  { t, format }: Language,
): string {
  return value === null ? t('common.unknown') : history.write(value, format);
}

/** "28 of 300" or "4,212 page loads". */
export function basisOfPoint(
  { numerator, denominator, sampleCount }: SeriesPoint,
  { t, format }: Language,
): string {
  if (sampleCount !== null) {
    return t('history.loads', { count: sampleCount });
  }
  return numerator === null || denominator === null
    ? ''
    : t('common.partOfWhole', {
        part: format.count(numerator),
        whole: format.count(denominator),
      });
}

export function stateOfPoint(
  { state, partial }: SeriesPoint,
  t: Translate,
): string {
  if (!state) {
    return '';
  }
  return partial ? t('history.partial') : t(`history.${state}`);
}
