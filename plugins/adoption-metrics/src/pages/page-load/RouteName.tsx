import { useLanguage } from '../../ui/format';
import styles from './PageLoadSections.module.css';

/** A page by its extension id, or all those that are not kept one by one. */
export function RouteName(props: { id: string }) {
  const { t } = useLanguage();

  if (props.id !== 'other') {
    return <>{props.id}</>;
  }
  return (
    <>
      {t('pageLoad.pages.other')}
      <div className={styles.hint}>{t('pageLoad.pages.otherHint')}</div>
    </>
  );
}
