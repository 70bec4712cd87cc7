import { useLanguage } from '../../ui/format';
import styles from './ActiveUsersSections.module.css';

/** In place of a number; why it is hidden stands below the row's name. */
export function Withheld() {
  const { t } = useLanguage();

  return <span className={styles.withheld}>{t('common.hidden.label')}</span>;
}
