import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Header } from '@backstage/ui';
import {
  digestPeriods,
  type Digest,
  type DigestPeriod,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useAnswer } from '../../api';
import { reportRouteRef } from '../../routes';
import { Choice } from '../../ui/Choice';
import { Loadable } from '../../ui/loading/Loadable';
import {
  onSurface,
  PageContent,
  Section,
  SectionSkeleton,
} from '../../ui/Section';
import { ActionsSection } from './ActionsSection';
import { DeliverySection } from './DeliverySection';
import { useLanguage, type Language } from '../../ui/format';
import { TextLink } from '../../ui/TextLink';
import styles from './DigestPage.module.css';

/** What a week or a month brought, as sent to recipients. */
export function DigestPage() {
  const language = useLanguage();
  const { t } = language;

  const [period, setPeriod] = useState<DigestPeriod>('week');
  const report = useRouteRef(reportRouteRef)?.();
  const digest = useAnswer('GET /digest', { query: { period } });
  return (
    <>
      <Header
        title={t('alerts.digest.title')}
        description={t('alerts.digest.description')}
        metadata={digest.value && metadataOf(digest.value, language)}
      />
      <PageContent>
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
              <ActionsSection digest={value} />
              <Section title={value.title}>
                <p className={styles.text}>{value.text}</p>
              </Section>
              <DeliverySection digest={value} />
              <TextLink href={report}>{t('alerts.digest.report')}</TextLink>
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

function metadataOf({ from, to, timeZone }: Digest, { t, format }: Language) {
  return [
    { label: t('alerts.digest.days'), value: format.period(from, to) },
    { label: t('common.timeZone'), value: timeZone },
  ];
}
