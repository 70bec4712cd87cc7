import type {
  CatalogOwner,
  CatalogOwners,
} from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatShare } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { EntityName } from './EntityName';
import { partsOfRef } from './entityRef';
import styles from './StaleEntitySections.module.css';

const columns: Array<Column<CatalogOwner>> = [
  {
    id: 'owner',
    label: 'Owner',
    cell: ({ ownerRef }) => <EntityName entityRef={ownerRef} />,
    sortBy: ({ ownerRef }) => ownerRef,
  },
  {
    id: 'stale',
    label: 'Stale',
    numeric: true,
    cell: ({ stale }) => formatCount(stale),
    sortBy: ({ stale }) => stale,
  },
  {
    id: 'share',
    label: 'Of its entities',
    numeric: true,
    cell: ({ share }) => (share === null ? 'unknown' : formatShare(share, 1)),
    sortBy: ({ share }) => share,
  },
  {
    id: 'ten-repairs',
    label: 'Ten repairs would cure',
    numeric: true,
    cell: ({ curedByTen }) => formatCount(curedByTen),
    sortBy: ({ curedByTen }) => curedByTen,
  },
  {
    id: 'change',
    label: 'Change in 28 days',
    numeric: true,
    cell: owner => changeText(changeOf(owner)),
    sortBy: changeOf,
  },
];

/** Whose entities are stale, and whether that becomes less. */
export function OwnersSection() {
  return (
    <ReportSection
      id="owners"
      title="Owners"
      report="catalog/owners"
      height={280}
      description={describe}
      emptyText={({ owners, hidden, withoutOwner }) =>
        owners.length + hidden.owners + withoutOwner === 0
          ? 'No owner has a stale entity.'
          : undefined
      }
    >
      {report => (
        <>
          {report.owners.length > 0 && (
            <DataTable
              name="Stale entities by owner"
              columns={columns}
              rows={report.owners}
              rowKey={({ ownerRef }) => ownerRef}
            />
          )}
          <Rest report={report} />
        </>
      )}
    </ReportSection>
  );
}

function describe(report: CatalogOwners): string {
  const { stale, total, toRepair, target } = report;
  const counts = `${formatCount(stale)} of ${formatCount(total)} entities`;
  return toRepair === 0
    ? `${counts} are stale; the target of under ${formatShare(target)} is met.`
    : `${counts} are stale: ${formatCount(
        toRepair,
      )} repairs bring them under ${formatShare(target)}.${mostEffective(
        report,
      )}`;
}

/** Whose ten repairs would do the most, if that is one owner. */
function mostEffective({ owners }: CatalogOwners): string {
  const [best, next] = [...owners].sort((a, b) => b.curedByTen - a.curedByTen);
  return best && best.curedByTen > Math.max(1, next?.curedByTen ?? 0)
    ? ` Ten repairs would do the most at ${
        partsOfRef(best.ownerRef).name
      }: ${formatCount(best.curedByTen)} entities.`
    : '';
}

function changeOf({ stale, monthAgo }: CatalogOwner): number | null {
  return monthAgo === null ? null : stale - monthAgo;
}

function changeText(change: number | null): string {
  if (change === null) {
    return 'unknown';
  }
  return change === 0
    ? 'none'
    : `${change > 0 ? '+' : '−'}${formatCount(Math.abs(change))}`;
}

function Rest(props: { report: CatalogOwners }) {
  const { owners, hidden, withoutOwner } = props.report;
  const more = owners.length > 0 ? ' more' : '';
  return (
    <>
      {hidden.stale > 0 && (
        <p className={styles.quiet}>
          {formatCount(hidden.stale)}
          {more} belong to owners that are not in the catalog, or that you may
          not read.
        </p>
      )}
      {withoutOwner > 0 && (
        <p className={styles.quiet}>
          {formatCount(withoutOwner)}
          {more} belong to nobody.
        </p>
      )}
    </>
  );
}
