import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  ANY_PORTAL,
  portalMeasures,
  type PortalMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useLoaded } from '../../api/useLoaded';
import { Legend } from '../../ui/chart';
import { useLanguage, type Language } from '../../ui/format';
import { HistoryFrame, type HistoryPeriod } from '../../ui/history';
import { periodName } from '../../ui/history/historyRows';
import { Loadable } from '../../ui/loading/Loadable';
import { Selection } from '../../ui/Selection';
import { DataTable, type Column } from '../../ui/table';
import styles from './ActiveUsersSections.module.css';
import {
  isProvisional,
  portalHistoryLoader,
  type PortalHistoryData,
} from './portalHistoryLoader';
import { portalStyle } from './portalStyles';

// The charting library is far larger than the rest of the page.
const PortalChart = lazy(async () => {
  const { PortalChart: Chart } = await import('./PortalChart');
  return { default: Chart };
});

const skeleton = <Skeleton width="100%" height={330} />;

interface PortalHistoryProps {
  /** The current day in the reporting zone. */
  today: string;
}

/** The history of each portal side by side, and of all of them together. */
export function PortalHistory({ today }: PortalHistoryProps) {
  const { t } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  const [measure, setMeasure] = useState<PortalMeasure>('monthly');
  const source = useMemo(
    () => portalHistoryLoader(api, measure),
    [api, measure],
  );
  const name = t(`activeUsers.measure.${measure}`);
  return (
    <HistoryFrame
      title={t('activeUsers.portals.history')}
      source={source}
      today={today}
      choices={
        <Selection
          label={t('activeUsers.measure.label')}
          options={portalMeasures.map(
            each => [each, t(`activeUsers.measure.${each}`)] as const,
          )}
          chosen={measure}
          onChoose={setMeasure}
        />
      }
    >
      {(period, asTable) => (
        <Loaded source={source} period={period} name={name} asTable={asTable} />
      )}
    </HistoryFrame>
  );
}

interface LoadedProps {
  source: ReturnType<typeof portalHistoryLoader>;
  period: HistoryPeriod;
  name: string;
  asTable: boolean;
}

function Loaded(props: LoadedProps) {
  const { source, period, ...view } = props;
  const { t } = useLanguage();

  const { from, granularity } = period;
  const load = useCallback(
    (signal: AbortSignal) => source.load({ from, granularity }, signal),
    [source, from, granularity],
  );
  return (
    <Loadable
      loaded={useLoaded(load)}
      subject={t('history.subject')}
      skeleton={skeleton}
    >
      {history => <View {...view} history={history} />}
    </Loadable>
  );
}

function View(props: {
  history: PortalHistoryData;
  name: string;
  asTable: boolean;
}) {
  const { history, name, asTable } = props;
  const language = useLanguage();
  const { t } = language;

  const title = t('history.of', { name });
  const named = { ...history, lines: titled(history, language) };
  const isKnown = history.lines.some(({ points }) =>
    points.some(({ value }) => value !== null),
  );
  if (!isKnown) {
    return <p className={styles.hint}>{t('history.empty')}</p>;
  }
  return (
    <>
      {asTable ? (
        <DataTable
          name={title}
          columns={columnsOf(named, language)}
          rows={[...periodsOf(named)].reverse()}
          rowKey={({ from }) => from}
        />
      ) : (
        <Suspense fallback={skeleton}>
          <PortalChart name={title} history={named} />
        </Suspense>
      )}
      <Legend keys={keysOf(named, language)} />
    </>
  );
}

/** "Any" has no name of its own. */
function titled({ lines }: PortalHistoryData, { t }: Language) {
  return lines.map(line =>
    line.id === ANY_PORTAL
      ? { ...line, title: t('activeUsers.portals.any') }
      : line,
  );
}

type Period = PortalHistoryData['lines'][number]['points'][number];

/** Of the portal that has the most: all have the same. */
function periodsOf({ lines }: PortalHistoryData): Period[] {
  return lines
    .map(({ points }) => points)
    .reduce(
      (most, points) => (points.length > most.length ? points : most),
      [],
    );
}

function columnsOf(
  { lines, granularity }: PortalHistoryData,
  language: Language,
): Array<Column<Period>> {
  const { t, format } = language;
  return [
    {
      id: 'period',
      label: t('history.column.period'),
      cell: period => periodName(period, granularity, language),
    },
    ...lines.map(({ id, title, points }) => ({
      id,
      label: title,
      numeric: true,
      cell: ({ from }: Period) =>
        format.countOrUnknown(
          points.find(point => point.from === from)?.value ?? null,
        ),
    })),
  ];
}

/** Which line is whose. */
function keysOf(history: PortalHistoryData, { t }: Language) {
  const keys = history.lines.map(({ id, title }, place) => {
    const { color, mark } = portalStyle(id, place);
    return { mark, color, label: title };
  });
  return isProvisional(history)
    ? [...keys, { label: t('history.legend.open'), mark: 'dots' as const }]
    : keys;
}
