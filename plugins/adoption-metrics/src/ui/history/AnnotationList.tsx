import { annotationText } from './annotationText';
import type { PlacedAnnotation } from './placeAnnotations';
import { useLanguage } from '../format';
import styles from './HistorySection.module.css';

/** What the numbers in the chart stand for. */
export function AnnotationList(props: { annotations: PlacedAnnotation[] }) {
  const { annotations } = props;
  const { t, format } = useLanguage();

  return annotations.length === 0 ? null : (
    <ol className={styles.annotations} aria-label={t('history.annotations')}>
      {annotations.map(({ annotation }) => (
        <li key={annotation.id}>
          {t('history.annotation', {
            day: format.date(annotation.day),
            text: annotationText(annotation, t),
          })}
        </li>
      ))}
    </ol>
  );
}
