import { FilterChip, PageControls } from '../../ui/address';
import { useLanguage } from '../../ui/format';
import { partsOfRef } from './entityRef';
import { reasonName } from './reasonName';
import type { CatalogChoice } from './useCatalogChoice';

/** Date range, and what the page is narrowed to. */
export function CatalogControls(props: { choice: CatalogChoice }) {
  const { choice } = props;
  const { owner, reason, kind } = choice;
  const { t } = useLanguage();

  return (
    <PageControls
      filters={
        <>
          {owner && (
            <FilterChip
              label={t('catalog.owners.owner')}
              value={
                owner === 'none'
                  ? t('catalog.entities.nobody')
                  : partsOfRef(owner).name
              }
              onClear={() => choice.chooseOwner(undefined)}
            />
          )}
          {reason && (
            <FilterChip
              label={t('catalog.entities.reason')}
              value={reasonName(reason, t)}
              onClear={() => choice.chooseReason(undefined)}
            />
          )}
          {kind && (
            <FilterChip
              label={t('catalog.entities.kind')}
              value={kind}
              onClear={() => choice.chooseKind(undefined)}
            />
          )}
        </>
      }
    />
  );
}
