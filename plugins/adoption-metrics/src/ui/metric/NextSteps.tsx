import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api';
import { LoadedSection } from '../loading/LoadedSection';
import { actionText } from '../actionText';
import { useLanguage } from '../format';
import { ownStep, type Step } from './ownStep';
import styles from './NextSteps.module.css';

interface NextStepsProps {
  metric: Metric;
  /** What the page has to say besides. */
  children?: ReactNode;
}

/** What would help the metric the most. */
export function NextSteps(props: NextStepsProps) {
  const { metric, children } = props;
  const language = useLanguage();

  const digest = useAnswer('GET /digest');
  const own = ownStep(metric, language);
  return (
    <LoadedSection
      id="actions"
      title={language.t('metric.actions.title')}
      loaded={digest}
      height={64}
    >
      {({ actions }) => {
        const steps = actions
          .filter(({ page }) => page === metric.id)
          .map(action => actionText(action, language));
        return (
          <>
            <Steps steps={steps.length === 0 && own ? [own] : steps} />
            {children}
          </>
        );
      }}
    </LoadedSection>
  );
}

function Steps(props: { steps: Step[] }) {
  const { steps } = props;
  const { t } = useLanguage();

  if (steps.length === 0) {
    return <p className={styles.quiet}>{t('metric.actions.none')}</p>;
  }
  return (
    <ul className={styles.actions}>
      {steps.map(({ title, reason }) => (
        <li key={title}>
          <strong>{title}</strong>
          <div className={styles.quiet}>{reason}</div>
        </li>
      ))}
    </ul>
  );
}
