import type { Digest } from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../../ui/Section';
import { deliveryText } from './deliveryText';
import { useLanguage, type Language } from '../../ui/format';
import styles from './DigestSections.module.css';

/** When it is sent next and through what, and what became of the last one. */
export function DeliverySection(props: { digest: Digest }) {
  const language = useLanguage();
  const { t } = language;

  const { channels } = props.digest.delivery;
  return (
    <Section title={t('alerts.sending.title')}>
      {channels.length === 0 && (
        <p className={styles.quiet}>
          {t('alerts.sending.nobody', {
            recipients: <code>adoptionMetrics.alerts.recipients</code>,
            digestRecipients: (
              <code>adoptionMetrics.alerts.rules.digest.recipients</code>
            ),
          })}
        </p>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>{t('alerts.sending.next')}</dt>
          <dd>{nextText(props.digest, language)}</dd>
        </div>
        <div>
          <dt>{t('alerts.sending.channel')}</dt>
          <dd>{channels.join(', ') || t('alerts.sending.noChannel')}</dd>
        </div>
        <div>
          <dt>{t('alerts.sending.last')}</dt>
          <dd>{lastText(props.digest, language)}</dd>
        </div>
      </dl>
    </Section>
  );
}

function nextText(
  { delivery, timeZone }: Digest,
  { t, format }: Language,
): string {
  const { nextAt } = delivery;
  return nextAt
    ? format.instant(nextAt, timeZone)
    : t('alerts.sending.notSent');
}

function lastText(
  { delivery, timeZone }: Digest,
  { t, format }: Language,
): string {
  const { last } = delivery;
  return last
    ? t('alerts.sending.lastOne', {
        title: last.title,
        time: format.instant(last.at, timeZone),
        deliveries:
          last.deliveries.map(each => deliveryText(each, t)).join('; ') ||
          t('alerts.delivery.nobody'),
      })
    : t('alerts.sending.noneSent');
}
