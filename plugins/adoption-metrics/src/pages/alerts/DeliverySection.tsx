import type { Digest } from 'backstage-plugin-adoption-metrics-common';
import { describeDelivery, formatInstant } from '../../ui/format';
import { Section } from '../../ui/Section';
import styles from './DigestPage.module.css';

/** When it is sent next and through what, and what became of the last one. */
export function DeliverySection(props: { digest: Digest }) {
  const { delivery, timeZone } = props.digest;
  const { channels, last } = delivery;
  return (
    <Section title="How it is sent">
      {channels.length === 0 && (
        <p className={styles.quiet}>
          Nobody is sent a digest. Name users or groups in{' '}
          <code>adoptionMetrics.alerts.recipients</code>, or for digests only in{' '}
          <code>adoptionMetrics.alerts.rules.digest.recipients</code>.
        </p>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>Next</dt>
          <dd>{describeNext(props.digest)}</dd>
        </div>
        <div>
          <dt>Through</dt>
          <dd>{channels.join(', ') || 'nothing'}</dd>
        </div>
        <div>
          <dt>Last one</dt>
          <dd>
            {last
              ? `${last.title}, ${formatInstant(last.at, timeZone)}: ${
                  last.deliveries.map(describeDelivery).join('; ') ||
                  'to nobody'
                }`
              : 'None was sent yet.'}
          </dd>
        </div>
      </dl>
    </Section>
  );
}

function describeNext({ delivery, timeZone }: Digest): string {
  const { nextAt } = delivery;
  return nextAt ? formatInstant(nextAt, timeZone) : 'It is not sent.';
}
