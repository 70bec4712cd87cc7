import {
  ANY_PORTAL,
  type Metric,
  type Portals,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { StatusChip } from '../../ui/StatusChip';
import { DataTable, type Column } from '../../ui/table';
import { TextLink } from '../../ui/TextLink';
import styles from './ActiveUsersSections.module.css';
import { PortalHistory } from './PortalHistory';
import { PortalTeams } from './PortalTeams';
import { sourceOf, type ListedPortal } from './portalSource';
import type { ActivityChoice } from './useActivityChoice';

interface PortalsSectionProps {
  metric: Metric;
  /** The current day in the reporting zone. */
  today: string;
  /** Of the periods by which teams are compared. */
  granularity: ActivityChoice['granularity'];
}

/** Other portals, measured the same way; nothing where there are none. */
export function PortalsSection(props: PortalsSectionProps) {
  const { metric, today, granularity } = props;
  const language = useLanguage();
  const { t } = language;

  const loaded = useAnswer('GET /portals');
  const file = useReportFile('GET /portals');
  const portals = loaded.value?.portals ?? [];
  if (!loaded.error && portals.length < 2) {
    return null;
  }
  return (
    <>
      <LoadedSection
        id="portals"
        title={t('activeUsers.portals.title')}
        loaded={loaded}
        file={file}
        height={200}
        description={t('activeUsers.portals.description')}
      >
        {value => (
          <DataTable
            name={t('activeUsers.portals.tableName')}
            columns={portalColumns(metric, language)}
            rows={rowsOf(value, language)}
            rowKey={({ id }) => id}
          />
        )}
      </LoadedSection>
      {portals.length > 1 && (
        <>
          <PortalHistory today={today} />
          <PortalTeams metric={metric} granularity={granularity} />
        </>
      )}
    </>
  );
}

function rowsOf({ portals, any }: Portals, { t }: Language): ListedPortal[] {
  const title = t('activeUsers.portals.any');
  return [...portals, { id: ANY_PORTAL, title, headline: any }];
}

function portalColumns(
  metric: Metric,
  { t, format }: Language,
): Array<Column<ListedPortal>> {
  return [
    {
      id: 'portal',
      label: t('activeUsers.portals.portal'),
      cell: row => <PortalName row={row} />,
    },
    {
      id: 'active',
      label: t('activeUsers.portals.active'),
      numeric: true,
      cell: ({ headline }) => format.countOrUnknown(headline.active),
    },
    {
      id: 'developers',
      label: t('activeUsers.portals.developers'),
      numeric: true,
      cell: ({ headline }) => format.countOrUnknown(headline.developers),
    },
    {
      id: 'share',
      label: t('activeUsers.portals.share'),
      numeric: true,
      cell: ({ headline: { share } }) =>
        share === null ? t('common.unknown') : format.value(share, metric),
    },
    {
      id: 'coverage',
      label: t('activeUsers.portals.coverage'),
      numeric: true,
      cell: ({ headline: { coverage } }) =>
        coverage === null ? t('common.unknown') : format.share(coverage),
    },
    {
      id: 'status',
      label: t('activeUsers.portals.status'),
      cell: ({ headline }) => (
        <StatusChip id={metric.id} status={headline.status} />
      ),
    },
  ];
}

function PortalName(props: { row: ListedPortal }) {
  const { row } = props;
  const language = useLanguage();
  return (
    <>
      {row.url ? <TextLink href={row.url}>{row.title}</TextLink> : row.title}
      <div className={styles.hint}>{sourceOf(row, language)}</div>
    </>
  );
}
