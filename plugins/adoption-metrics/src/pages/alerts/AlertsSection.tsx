import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { describeDelivery, formatInstant } from '../../ui/format';
import { useAlerts } from '../../api/useAdoptionMetrics';
import { useChange } from '../../api/useChange';
import { DataTable, type Column } from '../../ui/table';
import { Loadable } from '../../ui/loading/Loadable';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import { AlertRules } from './AlertRules';
import styles from '../../ui/layout.module.css';

type Alert = AlertList['alerts'][number];

/** What was alerted about, and whether anybody heard of it. */
export function AlertsSection(props: { timeZone: string }) {
  const loaded = useAlerts();
  const api = useApi(adoptionMetricsApiRef);
  const { change, error } = useChange(loaded.reload);
  const acknowledge = (id: string) =>
    change(() => api.acknowledgeAlert({ id }));
  const mute = (rule: Alert['rule'], until: string | null) =>
    change(() => api.muteAlerts({ rule, until }));
  return (
    <Section title="Alerts">
      <Loadable loaded={loaded} subject="The alerts" skeleton={null}>
        {({ channels, rules, alerts }) => (
          <div className={styles.stack}>
            {channels.length === 0 && <NobodyIsNotified />}
            {alerts.length === 0 ? (
              <p className={styles.quiet}>
                There was nothing to alert about yet.
              </p>
            ) : (
              <DataTable
                name="Alerts, and who was notified"
                columns={columnsIn(props.timeZone, acknowledge)}
                rows={alerts}
                rowKey={({ id }) => id}
              />
            )}
            <AlertRules rules={rules} timeZone={props.timeZone} onMute={mute} />
            {error && (
              <p role="alert" className={styles.failure}>
                It could not be changed: {reasonOf(error)}
              </p>
            )}
          </div>
        )}
      </Loadable>
    </Section>
  );
}

function NobodyIsNotified() {
  return (
    <p className={styles.quiet}>
      Nobody is notified of alerts. Name users or groups in{' '}
      <code>adoptionMetrics.alerts.recipients</code>, or set{' '}
      <code>adoptionMetrics.alerts.webhook</code>.
    </p>
  );
}

function columnsIn(
  timeZone: string,
  acknowledge: (id: string) => void,
): Array<Column<Alert>> {
  return [
    { id: 'title', label: 'What', cell: ({ title }) => title },
    {
      id: 'at',
      label: 'When',
      sortBy: ({ at }) => at,
      cell: ({ at }) => formatInstant(at, timeZone),
    },
    { id: 'text', label: 'Why', cell: ({ text }) => text },
    {
      id: 'notified',
      label: 'Notified',
      cell: ({ deliveries }) =>
        deliveries.map(describeDelivery).join('; ') || 'to nobody',
    },
    {
      id: 'acknowledged',
      label: 'Taken charge of',
      cell: ({ id, title, acknowledgement }) =>
        acknowledgement ? (
          `by ${acknowledgement.by ?? 'somebody forgotten'} on ${formatInstant(
            acknowledgement.at,
            timeZone,
          )}`
        ) : (
          <Button
            variant="tertiary"
            aria-label={`Acknowledge: ${title}`}
            onPress={() => acknowledge(id)}
          >
            Acknowledge
          </Button>
        ),
    },
  ];
}
