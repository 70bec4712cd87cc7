import type { DecisionReadiness } from 'backstage-plugin-adoption-metrics-common';
import { readinessText } from '../../ui/decision';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import styles from '../../ui/layout.module.css';

/** Whether the organization is ready for what takes the most of it. */
export function ReadinessSection(props: { readiness: DecisionReadiness }) {
  const { title, questions } = props.readiness;
  const language = useLanguage();
  const { t } = language;

  return (
    <Section title={t('decision.readiness.title', { title })}>
      <div className={styles.stack}>
        <p className={styles.lead}>
          {readinessText(props.readiness, language)}
        </p>
        <ol className={styles.metrics}>
          {questions.map(({ id, text, answer, isStale }) => (
            <li key={id}>
              <AnswerChip answer={answer} />
              <div>
                {text}
                {isStale && (
                  <p className={styles.quiet}>
                    {t('decision.readiness.stale')}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}

function AnswerChip(props: { answer: boolean | null }) {
  const { answer } = props;
  const { t } = useLanguage();

  if (answer === null) {
    return <Chip tone="neutral">{t('decision.readiness.unanswered')}</Chip>;
  }
  const tone: ChipTone = answer ? 'positive' : 'negative';
  return (
    <Chip tone={tone}>{answer ? t('decision.yes') : t('decision.no')}</Chip>
  );
}
