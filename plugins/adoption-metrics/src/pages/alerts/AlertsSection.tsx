import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { useAlerts } from '../../api/useAdoptionMetrics';
import { useChange } from '../../api/useChange';
import { DataTable, type Column } from '../../ui/table';
import { alertsId } from '../../ui/anchors';
import { Loadable } from '../../ui/loading/Loadable';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import { AlertRules } from './AlertRules';
import { AlertTest } from './AlertTest';
import { deliveryText } from './deliveryText';
import { useLanguage, type Language } from '../../ui/format';
import styles from '../../ui/layout.module.css';

type Alert = AlertList['alerts'][number];

/** What was alerted about, and who was notified of it. */
export function AlertsSection(props: { timeZone: string }) {
  const language = useLanguage();
  const { t } = language;

  const loaded = useAlerts();
  const api = useApi(adoptionMetricsApiRef);
  const { change, error } = useChange(loaded.reload);
  const acknowledge = (id: string) =>
    change(() =>
      api.request('POST /alerts/acknowledgements', { body: { id } }),
    );
  const mute = (rule: Alert['rule'], until: string | null) =>
    change(() => api.request('POST /alerts/mutes', { body: { rule, until } }));
  return (
    <Section title={t('alerts.history.title')} id={alertsId}>
      <Loadable
        loaded={loaded}
        subject={t('alerts.history.subject')}
        skeleton={null}
      >
        {({ channels, rules, alerts }) => (
          <div className={styles.stack}>
            {channels.length === 0 && <NobodyNotified />}
            {alerts.length === 0 ? (
              <p className={styles.quiet}>{t('alerts.history.empty')}</p>
            ) : (
              <DataTable
                name={t('alerts.history.tableName')}
                columns={columnsIn(props.timeZone, acknowledge, language)}
                rows={alerts}
                rowKey={({ id }) => id}
              />
            )}
            <AlertTest />
            <AlertRules rules={rules} timeZone={props.timeZone} onMute={mute} />
            {error && (
              <p role="alert" className={styles.failure}>
                {t('common.changeFailed', { reason: reasonOf(error, t) })}
              </p>
            )}
          </div>
        )}
      </Loadable>
    </Section>
  );
}

function NobodyNotified() {
  const { t } = useLanguage();

  return (
    <p className={styles.quiet}>
      {t('alerts.history.nobodyNotified', {
        recipients: <code>adoptionMetrics.alerts.recipients</code>,
        webhook: <code>adoptionMetrics.alerts.webhook</code>,
      })}
    </p>
  );
}

function columnsIn(
  timeZone: string,
  acknowledge: (id: string) => void,
  { t, format }: Language,
): Array<Column<Alert>> {
  return [
    {
      id: 'title',
      label: t('alerts.history.alert'),
      cell: ({ title }) => title,
    },
    {
      id: 'at',
      label: t('alerts.history.at'),
      sortBy: ({ at }) => at,
      cell: ({ at }) => format.instant(at, timeZone),
    },
    { id: 'text', label: t('alerts.history.reason'), cell: ({ text }) => text },
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
      cell: ({ id, title, acknowledgement }) =>
        acknowledgement ? (
          t('alerts.history.acknowledgedBy', {
            person: acknowledgement.by ?? t('common.deletedUser'),
            time: format.instant(acknowledgement.at, timeZone),
          })
        ) : (
          <Button
            variant="tertiary"
            aria-label={t('alerts.history.acknowledgeLabel', { title })}
            onPress={() => acknowledge(id)}
          >
            {t('alerts.history.acknowledge')}
          </Button>
        ),
    },
  ];
}
