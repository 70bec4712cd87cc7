import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { decisionRouteRef } from '../../routes';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import styles from '../../ui/layout.module.css';

/** Leads to what can be done, and is to be decided once the date has passed. */
export function DecisionLink(props: { report: DeadlineReport }) {
  const { state, decision } = props.report;
  const { t } = useLanguage();

  const page = useRouteRef(decisionRouteRef)?.();
  const isDue = state === 'missed' && decision === null;
  return (
    <Section title={t('decision.title')}>
      <div className={styles.stack}>
        <p className={styles.quiet}>
          {isDue ? t('deadline.decision.due') : t('deadline.decision.ahead')}
        </p>
        <TextLink href={page}>
          {isDue ? t('deadline.decision.make') : t('deadline.decision.view')}
        </TextLink>
      </div>
    </Section>
  );
}
