import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  AlertList,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';
import { alertsId } from '../../ui/anchors';
import { useLanguage, wordsOf, type Language } from '../../ui/format';
import { reasonOf } from '../../ui/loading/failures';
import { PersonName } from '../../ui/PersonName';
import { Section } from '../../ui/Section';
import { DataTable, type Column } from '../../ui/table';
import { deliveryText } from './deliveryText';
import styles from '../../ui/layout.module.css';

type Alert = AlertList['alerts'][number];

export interface AlertSectionProps {
  list: AlertList;
  report: Pick<
    DeadlineReport,
    'timeZone' | 'mayChange' | 'deadline' | 'configuredRecipients'
  >;
  /** Called once a change is stored. */
  onChanged: () => void;
}

/** What was alerted about, who was notified of it, and who took it up. */
export function AlertsSection(props: AlertSectionProps) {
  const { list, report, onChanged } = props;
  const language = useLanguage();
  const { t } = language;

  const api = useApi(adoptionMetricsApiRef);
  const { change, error } = useChange(onChanged);
  const acknowledge = (id: string) =>
    change(() =>
      api.request('POST /alerts/acknowledgements', { body: { id } }),
    );
  const columns = columnsIn(
    report.timeZone,
    report.mayChange ? acknowledge : undefined,
    language,
  );
  return (
    <Section title={t('alerts.history.title')} id={alertsId}>
      <div className={styles.stack}>
        {list.alerts.length === 0 ? (
          <p className={styles.quiet}>{t('alerts.history.empty')}</p>
        ) : (
          <DataTable
            name={t('alerts.history.tableName')}
            columns={columns}
            rows={list.alerts}
            rowKey={({ id }) => id}
          />
        )}
        {error && (
          <p role="alert" className={styles.failure}>
            {t('common.changeFailed', { reason: reasonOf(error, t) })}
          </p>
        )}
      </div>
    </Section>
  );
}

function columnsIn(
  timeZone: string,
  acknowledge: ((id: string) => void) | undefined,
  language: Language,
): Array<Column<Alert>> {
  const { t, format } = language;
  return [
    {
      id: 'title',
      label: t('alerts.history.alert'),
      cell: alert => titleOf(alert, language),
    },
    {
      id: 'at',
      label: t('alerts.history.at', { timeZone }),
      sortBy: ({ at }) => at,
      cell: ({ at }) => format.instant(at, timeZone),
    },
    {
      id: 'text',
      label: t('alerts.history.reason'),
      cell: ({ text, wording }) => wordsOf(wording?.text, text, language),
    },
    {
      id: 'notified',
      label: t('alerts.history.notified'),
      cell: ({ deliveries }) =>
        deliveries.map(each => deliveryText(each, t)).join('; ') ||
        t('alerts.delivery.nobody'),
    },
    {
      id: 'acknowledged',
      label: t('alerts.history.acknowledged'),
      cell: alert =>
        acknowledgedText(alert, timeZone, language) ??
        (acknowledge ? (
          <Button
            variant="secondary"
            aria-label={t('alerts.history.acknowledgeLabel', {
              title: titleOf(alert, language),
            })}
            onPress={() => acknowledge(alert.id)}
          >
            {t('alerts.history.acknowledge')}
          </Button>
        ) : (
          t('alerts.history.notAcknowledged')
        )),
    },
  ];
}

function titleOf({ title, wording }: Alert, language: Language): string {
  return wordsOf(wording?.title, title, language);
}

function acknowledgedText(
  { acknowledgement }: Alert,
  timeZone: string,
  { t, format }: Language,
): ReactNode {
  return acknowledgement
    ? t('alerts.history.acknowledgedBy', {
        person: <PersonName entityRef={acknowledgement.by} />,
        time: format.instant(acknowledgement.at, timeZone),
        timeZone,
      })
    : undefined;
}
