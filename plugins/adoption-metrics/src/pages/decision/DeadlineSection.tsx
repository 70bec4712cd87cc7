import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { deadlineRouteRef, reportRouteRef } from '../../routes';
import { deadlineText } from '../../ui/deadline/deadlineText';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import styles from '../../ui/layout.module.css';

/** What the deadline asks for today, and what would be asked at one. */
export function DeadlineSection(props: { report: DeadlineReport }) {
  const { report: said } = props;
  const { deadline, state } = said;
  const language = useLanguage();
  const { t } = language;

  const page = useRouteRef(deadlineRouteRef)?.();
  const report = useRouteRef(reportRouteRef)?.();
  return (
    <Section
      title={t('deadline.title')}
      actions={state && <DeadlineChip state={state} />}
    >
      <div className={styles.stack}>
        <p className={styles.lead}>
          {deadline
            ? deadlineText(said, language)
            : t('decision.deadline.none')}
        </p>
        <TextLink href={page}>
          {deadline ? t('decision.deadline.view') : t('decision.deadline.set')}
        </TextLink>
        <TextLink href={report}>{t('decision.deadline.report')}</TextLink>
      </div>
    </Section>
  );
}
