import type {
  LoadTimes,
  PageLoadHours,
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
import { hoursOf } from './lastHours';
import { loadTimeColumns } from './loadTimeColumns';
import { targetText } from './targetText';
import type { PageLoadChoice } from './usePageLoadChoice';
import { useLanguage, type Language } from '../../ui/format';

interface HoursSectionProps {
  choice: PageLoadChoice;
  targetSeconds: number;
}

/** What a deployment or a busy hour did, long before the metric moves. */
export function HoursSection(props: HoursSectionProps) {
  const { choice, targetSeconds } = props;
  const { t } = useLanguage();

  const { kind, page, day, days } = choice;
  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="hours"
      title={t('pageLoad.hours.title')}
      route="GET /page-load/hours"
      query={{ ...days, kind, routeId: page }}
      height={320}
      description={t('pageLoad.hours.description', {
        timeZone: choice.timeZone,
      })}
      emptyText={({ hours }) =>
        hours.every(({ loads }) => loads === 0)
          ? t('pageLoad.hours.empty')
          : undefined
      }
      actions={<TableToggle asTable={asTable} onChange={setAsTable} />}
    >
      {report =>
        asTable ? (
          <HourTable report={report} day={day} />
        ) : (
          <HourChart report={report} day={day} targetSeconds={targetSeconds} />
        )
      }
    </ReportSection>
  );
}

interface HoursProps {
  report: PageLoadHours;
  /** The only day that is shown. */
  day?: string;
}

function HourChart(props: HoursProps & { targetSeconds: number }) {
  const { report, day, targetSeconds } = props;
  const language = useLanguage();
  const { t, format } = language;

  const layers: ColumnLayer[] = [
    {
      id: 'p75',
      label: t('pageLoad.measure.p75'),
      color: 'var(--adoption-accent)',
    },
  ];
  const rows = hoursOf(report, day).map(({ from, times }) => ({
    key: from,
    label: format.hour(from, report.timeZone),
    values: { p75: times?.p75 ?? undefined },
    details: detailsOf(times, language),
  }));
  return (
    <>
      <ColumnChart
        name={t('pageLoad.hours.tableName')}
        axis={t('pageLoad.measure.p75')}
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
function HourTable(props: HoursProps) {
  const { report, day } = props;
  const language = useLanguage();
  const { t, format } = language;

  const rows = hoursOf(report, day)
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
