import { useLanguage } from '../../ui/format';
import { reasonOf } from '../../ui/loading/failures';
import styles from '../../ui/layout.module.css';

/** Why the last change was not stored, if it was not. */
export function ChangeFailure(props: { error?: Error }) {
  const { error } = props;
  const { t } = useLanguage();

  return error ? (
    <p role="alert" className={styles.failure}>
      {t('common.changeFailed', { reason: reasonOf(error, t) })}
    </p>
  ) : null;
}
