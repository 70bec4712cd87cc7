import { NarrowButton } from '../../ui/address';
import { useLanguage } from '../../ui/format';
import { EntityName } from './EntityName';
import { partsOfRef } from './entityRef';
import type { CatalogChoice } from './useCatalogChoice';
import styles from './StaleEntitySections.module.css';

interface OwnerNameProps {
  ownerRef: string;
  isMissing: boolean;
  /** Where the name narrows the page, instead of leading to the entity. */
  choice?: CatalogChoice;
}

/** An owner, and whether it is missing from the catalog. */
export function OwnerName(props: OwnerNameProps) {
  const { ownerRef, isMissing, choice } = props;
  const { t } = useLanguage();

  const { kind, name } = partsOfRef(ownerRef);
  return (
    <div>
      {choice ? (
        <>
          <NarrowButton
            subject={name}
            pressed={ownerRef === choice.owner}
            onPress={() => choice.chooseOwner(ownerRef)}
          >
            {name}
          </NarrowButton>
          <div className={styles.hint}>{kind}</div>
        </>
      ) : (
        <EntityName entityRef={ownerRef} isMissing={isMissing} />
      )}
      {isMissing && (
        <div className={styles.hint}>{t('catalog.owners.notInCatalog')}</div>
      )}
    </div>
  );
}
