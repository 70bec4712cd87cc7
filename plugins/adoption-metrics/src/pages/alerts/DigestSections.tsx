import {
  digestPeriods,
  type DigestPeriod,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useAnswer } from '../../api';
import { Choice } from '../../ui/Choice';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, Section, SectionSkeleton } from '../../ui/Section';
import { DeliverySection } from './DeliverySection';
import { useLanguage } from '../../ui/format';
import styles from './DigestSections.module.css';

/** What a week or a month brought, as sent to recipients. */
export function DigestSections() {
  const { t } = useLanguage();

  const [period, setPeriod] = useState<DigestPeriod>('week');
  const digest = useAnswer('GET /digest', { query: { period } });
  return (
    <>
      <Choice
        label={t('alerts.digest.period')}
        options={digestPeriods.map(
          each => [each, t(`alerts.digest.${each}`)] as const,
        )}
        chosen={period}
        onChoose={setPeriod}
      />
      <Loadable
        loaded={digest}
        subject={t('alerts.digest.subject')}
        skeleton={<SectionSkeleton height={420} />}
        frame={onSurface}
      >
        {value => (
          <>
            <Section title={value.title}>
              <p className={styles.text}>{value.text}</p>
            </Section>
            <DeliverySection digest={value} />
          </>
        )}
      </Loadable>
    </>
  );
}
