import type {
  DecisionChecklist,
  ChecklistStep,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import {
  conditionReason,
  conditionTitle,
  stepReason,
  stepTitle,
} from '../../ui/decision';
import { Details } from '../../ui/Details';
import { Loadable } from '../../ui/loading/Loadable';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import { useActionLink } from '../../ui/useActionLink';
import { useLanguage } from '../../ui/format';
import { JudgedList } from './JudgedList';
import { sourceDate } from './sourceDate';
import { StateChip } from './StateChip';
import styles from '../../ui/layout.module.css';

/** The steps of a recovery, ticked off, and what it takes besides. */
export function ChecklistSection() {
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/checklist');
  return (
    <Section title={t('decision.checklist.title')}>
      <Loadable
        loaded={loaded}
        subject={t('decision.checklist.subject')}
        skeleton={null}
      >
        {checklist => <Checklist checklist={checklist} />}
      </Loadable>
    </Section>
  );
}

function Checklist(props: { checklist: DecisionChecklist }) {
  const { done, steps, conditions, published } = props.checklist;
  const language = useLanguage();
  const { t, format } = language;

  const met = conditions.filter(({ state }) => state === 'met');
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>
        {t('decision.checklist.steps', {
          done: format.count(done),
          total: format.count(steps.length),
        })}
      </p>
      <ol className={styles.metrics}>
        {steps.map(step => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      <Details
        summary={t('decision.checklist.conditions', {
          met: format.count(met.length),
          total: format.count(conditions.length),
        })}
      >
        <div className={styles.stack}>
          <JudgedList
            list={conditions.map(each => ({
              ...each,
              title: conditionTitle(each, language),
              reason: conditionReason(each, language),
            }))}
          />
          <p className={styles.quiet}>
            {t('decision.checklist.disclaimer', {
              source: published.source,
              date: sourceDate(published.date, { format }),
            })}
          </p>
        </div>
      </Details>
    </div>
  );
}

function Step(props: { step: ChecklistStep }) {
  const { step } = props;
  const { state, page } = step;
  const language = useLanguage();

  const link = useActionLink(page);
  return (
    <li>
      <StateChip state={state} />
      <div>
        <TextLink href={link} variant="plain">
          {stepTitle(step, language)}
        </TextLink>
        <p className={styles.quiet}>{stepReason(step, language)}</p>
      </div>
    </li>
  );
}
