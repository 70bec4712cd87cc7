import { describeAnnotation } from 'backstage-plugin-adoption-metrics-common';
import { formatDate } from '../format';
import type { PlacedAnnotation } from './placeAnnotations';
import styles from './HistorySection.module.css';

/** What the numbers in the chart stand for. */
export function AnnotationList(props: { annotations: PlacedAnnotation[] }) {
  const { annotations } = props;
  return annotations.length === 0 ? null : (
    <ol className={styles.annotations} aria-label="Annotations">
      {annotations.map(({ annotation }) => (
        <li key={annotation.id}>
          {formatDate(annotation.day)}: {describeAnnotation(annotation)}
        </li>
      ))}
    </ol>
  );
}
