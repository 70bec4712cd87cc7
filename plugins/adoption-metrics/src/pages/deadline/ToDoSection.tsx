import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { decisionRouteRef } from '../../routes';
import { ActionsSection } from '../../ui/ActionsSection';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import { usePageLink } from '../../ui/usePageLink';

/** What helps while there is time; then, that somebody has to decide. */
export function ToDoSection(props: { report: DeadlineReport }) {
  const { state, decision } = props.report;
  const { t } = useLanguage();

  const page = usePageLink(decisionRouteRef);
  if (state !== 'missed' || decision !== null) {
    return (
      <ActionsSection
        actions={<TextLink href={page}>{t('deadline.decision.view')}</TextLink>}
      />
    );
  }
  return (
    <Section title={t('deadline.decision.title')}>
      <div className={styles.stack}>
        <p className={styles.text}>{t('deadline.decision.due')}</p>
        <div>
          <TextLink href={page}>{t('deadline.decision.make')}</TextLink>
        </div>
      </div>
    </Section>
  );
}
