import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import type { Loaded } from '../../api/useLoaded';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DataTable, type Column } from '../../ui/table';
import { Chip } from '../../ui/StatusChip';
import { useLanguage, type Language } from '../../ui/format';
import styles from './UptimeSections.module.css';

type BurnRate = UptimeReport['burnRates'][number];

const monthSeconds = 30 * 86_400;

function columnsOf(language: Language): Array<Column<BurnRate>> {
  const { t, format } = language;
  return [
    {
      id: 'windows',
      label: t('uptime.burn.windows'),
      cell: ({ longSeconds, shortSeconds }) =>
        t('uptime.burn.pair', {
          long: format.duration(longSeconds),
          short: format.duration(shortSeconds),
        }),
    },
    {
      id: 'state',
      label: t('uptime.burn.now'),
      cell: rate => <BurnState rate={rate} />,
    },
    {
      id: 'rates',
      label: t('uptime.burn.rates'),
      numeric: true,
      cell: ({ long, short }) =>
        t('uptime.burn.pair', {
          long: rateText(long, language),
          short: rateText(short, language),
        }),
    },
    {
      id: 'threshold',
      label: t('uptime.burn.threshold'),
      numeric: true,
      cell: ({ threshold }) => rateText(threshold, language),
    },
    {
      id: 'meaning',
      label: t('uptime.burn.meaning'),
      cell: rate => (
        <div className={styles.meaning}>{meaningOf(rate, language)}</div>
      ),
    },
  ];
}

/** Whether the error budget is being spent faster than it lasts. */
export function BurnRates(props: { loaded: Loaded<UptimeReport> }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <LoadedSection
      id="burn-rates"
      title={t('uptime.burn.title')}
      loaded={props.loaded}
      height={200}
      description={t('uptime.burn.description')}
    >
      {({ burnRates }) => (
        <DataTable
          name={t('uptime.burn.tableName')}
          columns={columnsOf(language)}
          rows={burnRates}
          rowKey={({ longSeconds }) => String(longSeconds)}
        />
      )}
    </LoadedSection>
  );
}

function BurnState(props: { rate: BurnRate }) {
  const { burning, long, short } = props.rate;
  const { t } = useLanguage();

  if (burning) {
    return <Chip tone="negative">{t('uptime.burn.burning')}</Chip>;
  }
  return long === null || short === null ? (
    <>{t('common.unknown')}</>
  ) : (
    <Chip tone="positive">{t('uptime.burn.normal')}</Chip>
  );
}

function meaningOf(
  { severity, threshold, longSeconds }: BurnRate,
  { t, format }: Language,
): string {
  const share = format.share((threshold * longSeconds) / monthSeconds);
  const duration = format.duration(longSeconds);
  return severity === 'page'
    ? t('uptime.burn.page', { share, duration })
    : t('uptime.burn.ticket', { share, duration });
}

/** "14.4×", "under 0.1×": what is not nothing never reads as nothing. */
function rateText(rate: number | null, { t, format }: Language): string {
  if (rate === null) {
    return t('common.unknown');
  }
  if (rate > 0 && rate < 0.1) {
    return t('uptime.burn.rateUnder', { rate: format.number(0.1) });
  }
  return t('uptime.burn.rate', {
    rate: format.number(Math.floor(rate * 10) / 10),
  });
}
