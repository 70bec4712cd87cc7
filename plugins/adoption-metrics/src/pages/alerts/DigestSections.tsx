import {
  digestPeriods,
  type Digest,
  type DigestPeriod,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useAnswer } from '../../api';
import { digestId } from '../../ui/anchors';
import { Choice } from '../../ui/Choice';
import { useLanguage } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useAnchor } from '../../ui/useAnchor';
import { DigestTable } from './DigestTable';
import styles from './DigestSections.module.css';

/** What a week or a month brought, as sent to recipients, and when it is. */
export function DigestSections() {
  const { t } = useLanguage();

  const [period, setPeriod] = useState<DigestPeriod>('week');
  const digests = {
    week: useAnswer('GET /digest', { query: { period: 'week' } }),
    month: useAnswer('GET /digest', { query: { period: 'month' } }),
  };
  useAnchor(digests.week.value !== undefined);
  return (
    <LoadedSection
      title={t('alerts.digest.title')}
      id={digestId}
      loaded={digests[period]}
      height={480}
    >
      {shown => (
        <>
          <DigestTable
            digests={digestPeriods.flatMap(each => digests[each].value ?? [])}
          />
          <Choice
            label={t('alerts.digest.preview')}
            options={digestPeriods.map(
              each => [each, t(`alerts.digest.${each}`)] as const,
            )}
            chosen={period}
            onChoose={setPeriod}
          />
          <Preview digest={shown} />
        </>
      )}
    </LoadedSection>
  );
}

function Preview(props: { digest: Digest }) {
  const { title, text } = props.digest;
  const { t, format } = useLanguage();

  // It is shown as it is sent, which is in English.
  return (
    <>
      {!format.locale.startsWith('en') && (
        <p className={styles.quiet}>{t('alerts.digest.inEnglish')}</p>
      )}
      <article lang="en" aria-label={title} className={styles.preview}>
        <h4 className={styles.title}>{title}</h4>
        <p className={styles.text}>{text}</p>
      </article>
    </>
  );
}
