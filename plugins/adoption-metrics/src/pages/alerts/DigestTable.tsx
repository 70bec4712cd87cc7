import type { Digest } from 'backstage-plugin-adoption-metrics-common';
import { useLanguage, type Language } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { channelName } from './channelName';
import { deliveryText } from './deliveryText';
import styles from './DigestSections.module.css';

/** When each digest is sent and through what, and what became of the last. */
export function DigestTable(props: { digests: Digest[] }) {
  const { digests } = props;
  const language = useLanguage();
  const { t } = language;

  const isForNobody = digests.every(
    ({ delivery }) => delivery.channels.length === 0,
  );
  return (
    <>
      {isForNobody && (
        <p className={styles.quiet}>
          {t('alerts.sending.nobody', {
            recipients: <code>adoptionMetrics.alerts.recipients</code>,
            digestRecipients: (
              <code>adoptionMetrics.alerts.rules.digest.recipients</code>
            ),
          })}
        </p>
      )}
      <DataTable
        name={t('alerts.sending.tableName')}
        columns={columnsOf(language)}
        rows={digests}
        rowKey={({ period }) => period}
      />
    </>
  );
}

function columnsOf(language: Language): Array<Column<Digest>> {
  const { t } = language;
  return [
    {
      id: 'period',
      label: t('alerts.sending.digest'),
      cell: ({ period }) => t(`alerts.sending.${period}`),
    },
    {
      id: 'next',
      label: t('alerts.sending.next'),
      cell: digest =>
        timeText(digest.delivery.nextAt, digest, language) ??
        t('alerts.sending.notSent'),
    },
    {
      id: 'channel',
      label: t('alerts.sending.channel'),
      cell: ({ delivery }) =>
        delivery.channels.map(each => channelName(each, t)).join(', ') ||
        t('alerts.sending.noChannel'),
    },
    {
      id: 'last',
      label: t('alerts.sending.last'),
      cell: digest => lastText(digest, language),
    },
  ];
}

function lastText(digest: Digest, language: Language): string {
  const { period } = digest;
  const { last } = digest.delivery;
  const { t } = language;
  return last
    ? t('alerts.sending.lastOne', {
        title: titleOf(period, last, language),
        time: timeText(last.at, digest, language) ?? '',
        deliveries:
          last.deliveries.map(each => deliveryText(each, t)).join('; ') ||
          t('alerts.delivery.nobody'),
      })
    : t('alerts.sending.noneSent');
}

/** What it is called where it is sent, which is in English. */
function titleOf(
  period: Digest['period'],
  { title, lastDay }: NonNullable<Digest['delivery']['last']>,
  { t, format }: Language,
): string {
  return lastDay
    ? t(`alerts.sending.titleOf.${period}`, { day: format.date(lastDay) })
    : title;
}

function timeText(
  at: string | null,
  { timeZone }: Digest,
  { t, format }: Language,
): string | undefined {
  return at === null
    ? undefined
    : t('common.timeIn', { time: format.instant(at, timeZone), timeZone });
}
