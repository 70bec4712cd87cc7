import { useApi } from '@backstage/frontend-plugin-api';
import type { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';
import { settingsRouteRef } from '../../routes';
import { alertRulesId, deadlineSettingsId } from '../../ui/anchors';
import { useLanguage } from '../../ui/format';
import { reasonOf } from '../../ui/loading/failures';
import { PersonNames } from '../../ui/PersonName';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import { usePageLink } from '../../ui/usePageLink';
import { AlertRules } from './AlertRules';
import type { AlertSectionProps } from './AlertsSection';
import { AlertTest } from './AlertTest';
import styles from '../../ui/layout.module.css';

type Rule = AlertList['rules'][number]['rule'];

/** What is alerted about, through which channels, and to whom. */
export function RulesSection(props: AlertSectionProps) {
  const { list, report, onChanged } = props;
  const { mayChange, timeZone } = report;
  const { t } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  const { change, error } = useChange(onChanged);
  const mute = (rule: Rule, until: string | null) =>
    change(() => api.request('POST /alerts/mutes', { body: { rule, until } }));
  return (
    <Section title={t('alerts.rules.title')} id={alertRulesId}>
      <div className={styles.stack}>
        {list.channels.length === 0 && <NobodyNotified />}
        <Recipients report={report} />
        <AlertRules
          rules={list.rules}
          timeZone={timeZone}
          onMute={mayChange ? mute : undefined}
        />
        {error && (
          <p role="alert" className={styles.failure}>
            {t('common.changeFailed', { reason: reasonOf(error, t) })}
          </p>
        )}
        {mayChange && <AlertTest />}
      </div>
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

function Recipients(props: Pick<AlertSectionProps, 'report'>) {
  const { deadline, configuredRecipients, mayChange } = props.report;
  const { t } = useLanguage();

  const settings = usePageLink(settingsRouteRef, deadlineSettingsId);
  const recipients = [...(deadline?.recipients ?? []), ...configuredRecipients];
  return (
    <div className={styles.line}>
      <span className={styles.text}>
        {t('alerts.rules.recipients', {
          recipients:
            recipients.length > 0 ? (
              <PersonNames entityRefs={recipients} />
            ) : (
              t('alerts.delivery.nobody')
            ),
        })}
      </span>
      {mayChange && deadline?.source !== 'configuration' && (
        <TextLink href={settings}>
          {t('alerts.rules.changeRecipients')}
        </TextLink>
      )}
    </div>
  );
}
