import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import { RiEyeOffLine, RiPulseLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { componentName } from './texts';
import { useLanguage } from '../../ui/format';
import styles from './Evidence.module.css';

/** What the numbers cannot know. */
export function Evidence(props: { evidence: UptimeReport['evidence'] }) {
  const { seenFromInsideOnly, silent } = props.evidence;
  const { t } = useLanguage();

  return (
    <>
      {seenFromInsideOnly && (
        <Notice icon={<RiEyeOffLine aria-hidden />}>
          <strong>{t('uptime.evidence.inside')}</strong>{' '}
          {t('uptime.evidence.insideText')}
        </Notice>
      )}
      {silent.length > 0 && (
        <Notice icon={<RiPulseLine aria-hidden />}>
          <strong>{t('uptime.evidence.silent')}</strong>{' '}
          {t('uptime.evidence.silentText', {
            components: silent.map(each => componentName(each, t)).join(', '),
          })}
        </Notice>
      )}
    </>
  );
}

function Notice(props: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className={styles.notice} role="note">
      {props.icon}
      <span>{props.children}</span>
    </p>
  );
}
