import { useLanguage } from '../../ui/format';
import { EntityName } from './EntityName';
import styles from './StaleEntitySections.module.css';

/** An owner, and whether it is missing from the catalog. */
export function OwnerName(props: { ownerRef: string; isMissing: boolean }) {
  const { ownerRef, isMissing } = props;
  const { t } = useLanguage();

  return (
    <div>
      <EntityName entityRef={ownerRef} />
      {isMissing && (
        <div className={styles.hint}>{t('catalog.owners.notInCatalog')}</div>
      )}
    </div>
  );
}
