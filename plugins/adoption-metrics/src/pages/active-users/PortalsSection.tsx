import { useApi } from '@backstage/frontend-plugin-api';
import {
  ANY_PORTAL,
  portalMeasures,
  THIS_PORTAL,
  type Metric,
  type Portal,
  type Portals,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { adoptionMetricsApiRef, useAnswer } from '../../api';
import { addDays, useLanguage, type Language } from '../../ui/format';
import { HistorySection } from '../../ui/history';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { Selection } from '../../ui/Selection';
import { StatusChip } from '../../ui/StatusChip';
import { DataTable, type Column } from '../../ui/table';
import { TextLink } from '../../ui/TextLink';
import styles from './ActiveUsersSections.module.css';
import { portalHistoryLoader, type PortalChoice } from './portalHistoryLoader';

/** A portal, or all of them together. */
type PortalRow = Pick<Portal, 'id' | 'title' | 'headline'> & Partial<Portal>;

interface PortalsSectionProps {
  metric: Metric;
  /** The current day in the reporting zone. */
  today: string;
}

/** Other portals on the same measure; nothing where there are none. */
export function PortalsSection(props: PortalsSectionProps) {
  const { metric, today } = props;
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
      {portals.length > 1 && <PortalHistory portals={portals} today={today} />}
    </>
  );
}

function PortalHistory(props: { portals: Portal[]; today: string }) {
  const { portals, today } = props;
  const { t } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  const [choice, setChoice] = useState<PortalChoice>({
    portal: ANY_PORTAL,
    measure: 'monthly',
  });
  const source = useMemo(() => portalHistoryLoader(api, choice), [api, choice]);
  const options: Array<[string, string]> = [
    [ANY_PORTAL, t('activeUsers.portals.any')],
    ...portals.map(({ id, title }): [string, string] => [id, title]),
  ];
  const [, chosen = ''] = options.find(([id]) => id === choice.portal) ?? [];
  return (
    <HistorySection
      title={t('activeUsers.portals.history')}
      name={[chosen, t(`activeUsers.measure.${choice.measure}`)].join(', ')}
      source={source}
      today={today}
      choices={
        <>
          <Selection
            label={t('activeUsers.portals.portal')}
            options={options}
            chosen={choice.portal}
            onChoose={portal => setChoice({ ...choice, portal })}
          />
          <Selection
            label={t('activeUsers.measure.label')}
            options={portalMeasures.map(
              measure =>
                [measure, t(`activeUsers.measure.${measure}`)] as const,
            )}
            chosen={choice.measure}
            onChoose={measure => setChoice({ ...choice, measure })}
          />
        </>
      }
    />
  );
}

function rowsOf({ portals, any }: Portals, { t }: Language): PortalRow[] {
  const title = t('activeUsers.portals.any');
  return [...portals, { id: ANY_PORTAL, title, headline: any }];
}

function portalColumns(
  metric: Metric,
  { t, format }: Language,
): Array<Column<PortalRow>> {
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

function PortalName(props: { row: PortalRow }) {
  const { row } = props;
  const language = useLanguage();
  return (
    <>
      {row.url ? <TextLink href={row.url}>{row.title}</TextLink> : row.title}
      <div className={styles.hint}>{sourceOf(row, language)}</div>
    </>
  );
}

/** Who says so, and how fresh it is. */
function sourceOf(
  { id, headline, reportedBy, lastDay }: PortalRow,
  { t, format }: Language,
): string | undefined {
  if (id === THIS_PORTAL) {
    return t('activeUsers.portals.measured');
  }
  if (id === ANY_PORTAL) {
    return headline.to === null
      ? undefined
      : t('activeUsers.portals.together', {
          day: format.day(addDays(headline.to, -1)),
        });
  }
  if (!reportedBy) {
    return t('activeUsers.portals.nobody');
  }
  return lastDay
    ? t('activeUsers.portals.pushed', {
        subject: reportedBy,
        day: format.day(lastDay),
      })
    : t('activeUsers.portals.nothing', { subject: reportedBy });
}
