import type {
  CatalogOwner,
  CatalogOwners,
} from 'backstage-plugin-adoption-metrics-common';
import { NarrowButton } from '../../ui/address';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { OwnerName } from './OwnerName';
import { partsOfRef } from './entityRef';
import type { CatalogChoice } from './useCatalogChoice';
import { useLanguage, type Language } from '../../ui/format';
import styles from './StaleEntitySections.module.css';

function columnsOf(
  choice: CatalogChoice,
  language: Language,
): Array<Column<CatalogOwner>> {
  const { t, format } = language;
  return [
    {
      id: 'owner',
      label: t('catalog.owners.owner'),
      cell: ({ ownerRef, inCatalog }) => (
        <OwnerName
          ownerRef={ownerRef}
          isMissing={inCatalog === false}
          choice={choice}
        />
      ),
      sortBy: ({ ownerRef }) => ownerRef,
    },
    {
      id: 'stale',
      label: t('catalog.owners.stale'),
      numeric: true,
      cell: ({ stale }) => format.count(stale),
      sortBy: ({ stale }) => stale,
    },
    {
      id: 'share',
      label: t('catalog.owners.share'),
      numeric: true,
      cell: ({ share }) => format.shareOrUnknown(share),
      sortBy: ({ share }) => share,
    },
    {
      id: 'ten-fixes',
      label: t('catalog.owners.tenFixes'),
      numeric: true,
      cell: ({ curedByTen }) => format.count(curedByTen),
      sortBy: ({ curedByTen }) => curedByTen,
    },
    {
      id: 'change',
      label: t('catalog.owners.change'),
      numeric: true,
      cell: owner => changeText(changeOf(owner), language),
      sortBy: changeOf,
    },
  ];
}

/** Whose entities are stale, and whether that becomes less. */
export function OwnersSection(props: { choice: CatalogChoice }) {
  const { choice } = props;
  const language = useLanguage();
  const { t } = language;

  return (
    <ReportSection
      id="owners"
      title={t('catalog.owners.title')}
      route="GET /catalog/owners"
      height={280}
      description={report => describe(report, language)}
      emptyText={({ owners, hidden, withoutOwner }) =>
        owners.length + hidden.owners + withoutOwner === 0
          ? t('catalog.owners.empty')
          : undefined
      }
    >
      {report => (
        <>
          {report.owners.length > 0 && (
            <>
              <DataTable
                name={t('catalog.owners.tableName')}
                columns={columnsOf(choice, language)}
                rows={report.owners}
                rowKey={({ ownerRef }) => ownerRef}
              />
              <p className={styles.quiet}>{t('catalog.owners.several')}</p>
            </>
          )}
          <Rest report={report} choice={choice} />
        </>
      )}
    </ReportSection>
  );
}

function describe(report: CatalogOwners, { t, format }: Language): string {
  const stale = format.count(report.stale);
  const total = format.count(report.total);
  const target = format.share(report.target);
  if (report.fixesNeeded === 0) {
    return t('catalog.owners.met', { stale, total, target });
  }
  const count = report.fixesNeeded;
  const text = t('catalog.owners.missed', { stale, total, count, target });
  const best = mostEffective(report);
  return best
    ? t('catalog.owners.best', {
        text,
        owner: partsOfRef(best.ownerRef).name,
        entities: format.count(best.curedByTen),
      })
    : text;
}

/** Whose ten repairs would do the most, if that is one owner. */
function mostEffective({ owners }: CatalogOwners): CatalogOwner | undefined {
  const [best, next] = [...owners].sort((a, b) => b.curedByTen - a.curedByTen);
  return best && best.curedByTen > Math.max(1, next?.curedByTen ?? 0)
    ? best
    : undefined;
}

function changeOf({ stale, monthAgo }: CatalogOwner): number | null {
  return monthAgo === null ? null : stale - monthAgo;
}

function changeText(change: number | null, { t, format }: Language): string {
  if (change === null) {
    return t('common.unknown');
  }
  return change === 0
    ? t('catalog.owners.noChange')
    : format.signedCount(change);
}

function Rest(props: { report: CatalogOwners; choice: CatalogChoice }) {
  const { owner, chooseOwner } = props.choice;
  const { hidden, withoutOwner } = props.report;
  const { t } = useLanguage();

  return (
    <>
      {withoutOwner > 0 && (
        <p className={styles.quiet}>
          <NarrowButton
            subject={t('catalog.entities.nobody')}
            pressed={owner === 'none'}
            onPress={() => chooseOwner('none')}
          >
            {t('catalog.owners.without', { count: withoutOwner })}
          </NarrowButton>
        </p>
      )}
      {hidden.stale > 0 && (
        <p className={styles.quiet}>
          {t('catalog.owners.hidden', { count: hidden.stale })}
        </p>
      )}
    </>
  );
}
