import type {
  LoadTimes,
  PageLoadHours,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import {
  ColumnChart,
  layerKeys,
  Legend,
  type ColumnLayer,
} from '../../ui/chart';
import { DataTable } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { TableToggle } from '../../ui/TableToggle';
import { lastHours } from './lastHours';
import { loadTimeColumns } from './loadTimeColumns';
import { targetText } from './targetText';
import { useLanguage, type Language } from '../../ui/format';

interface HoursSectionProps {
  kind: PageLoadKind;
  targetSeconds: number;
}

/** What a deployment or a busy hour did, long before the metric moves. */
export function HoursSection(props: HoursSectionProps) {
  const { kind, targetSeconds } = props;
  const { t } = useLanguage();

  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="hours"
      title={t('pageLoad.hours.title')}
      route="GET /page-load/hours"
      query={{ kind }}
      height={320}
      description={t('pageLoad.hours.description')}
      emptyText={({ hours }) =>
        hours.every(({ loads }) => loads === 0)
          ? t('pageLoad.noLoads')
          : undefined
      }
      actions={<TableToggle asTable={asTable} onChange={setAsTable} />}
    >
      {report =>
        asTable ? (
          <HourTable report={report} />
        ) : (
          <HourChart report={report} targetSeconds={targetSeconds} />
        )
      }
    </ReportSection>
  );
}

function HourChart(props: { report: PageLoadHours; targetSeconds: number }) {
  const { report, targetSeconds } = props;
  const language = useLanguage();
  const { t, format } = language;

  const layers: ColumnLayer[] = [
    {
      id: 'p75',
      label: t('pageLoad.measure.p75'),
      color: 'var(--adoption-accent)',
    },
  ];
  const rows = lastHours(report).map(({ from, times }) => ({
    key: from,
    label: format.hour(from, report.timeZone),
    values: { p75: times?.p75 ?? undefined },
    details: detailsOf(times, language),
  }));
  return (
    <>
      <ColumnChart
        name={t('pageLoad.hours.tableName')}
        layers={layers}
        rows={rows}
        unitSign=" s"
        limit={targetSeconds}
      />
      <Legend
        keys={[
          ...layerKeys(layers),
          { label: targetText(targetSeconds, language), mark: 'dashes' },
        ]}
      />
    </>
  );
}

function detailsOf(
  times: LoadTimes | undefined,
  { t, format }: Language,
): string[] {
  if (!times?.loads) {
    return [t('pageLoad.hours.none')];
  }
  const measured = (['p75', 'p95'] as const).map(id =>
    t('pageLoad.hours.value', {
      measure: t(`pageLoad.measure.${id}`),
      value: format.secondsOrUnknown(times[id]),
    }),
  );
  return [...measured, t('pageLoad.loads', { count: times.loads })];
}

type HourRow = LoadTimes & { from: string };

/** Hours without loads have nothing to show. */
function HourTable(props: { report: PageLoadHours }) {
  const { report } = props;
  const language = useLanguage();
  const { t, format } = language;

  const rows = lastHours(report)
    .flatMap(({ from, times }): HourRow[] =>
      times?.loads ? [{ ...times, from }] : [],
    )
    .reverse();
  return (
    <DataTable
      name={t('pageLoad.hours.tableName')}
      columns={[
        {
          id: 'hour',
          label: t('pageLoad.hours.hour'),
          sortBy: ({ from }) => from,
          cell: ({ from }) => format.hour(from, report.timeZone),
        },
        ...loadTimeColumns<HourRow>(language),
      ]}
      rows={rows}
      rowKey={({ from }) => from}
    />
  );
}
