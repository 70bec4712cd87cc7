import { Button } from '@backstage/ui';
import {
  decisions,
  type Decision,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { dayOf, useLanguage } from '../../ui/format';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import { useAnnotationChange } from '../../api/useAnnotationChange';
import styles from '../../ui/layout.module.css';

/** Puts the decision on the table when the date has passed. */
export function DecisionSection(props: {
  timeZone: string;
  onDecided: () => void;
}) {
  const { timeZone, onDecided } = props;
  const { t } = useLanguage();

  const { add, pending, error } = useAnnotationChange(onDecided);
  const [decision, setDecision] = useState<Decision>();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add({ day: dayOf(new Date().toISOString(), timeZone), text, decision });
  };
  return (
    <Section title={t('decision.form.title')}>
      <form className={styles.stack} onSubmit={submit}>
        <p className={styles.quiet}>{t('decision.form.advice')}</p>
        <Options chosen={decision} onChoose={setDecision} />
        <div className={styles.form}>
          <label className={styles.field}>
            <span>{t('decision.form.reason')}</span>
            <input
              type="text"
              value={text}
              maxLength={200}
              required
              onChange={event => setText(event.target.value)}
            />
          </label>
        </div>
        <div>
          <Button variant="primary" type="submit" isPending={pending}>
            {t('decision.form.submit')}
          </Button>
        </div>
        {error && (
          <p role="alert" className={styles.failure}>
            {t('decision.form.failed', { reason: reasonOf(error, t) })}
          </p>
        )}
      </form>
    </Section>
  );
}

function Options(props: {
  chosen: Decision | undefined;
  onChoose: (decision: Decision) => void;
}) {
  const { chosen, onChoose } = props;
  const { t } = useLanguage();

  return (
    <fieldset className={styles.options}>
      <legend>{t('decision.form.question')}</legend>
      {decisions.map(each => (
        <label key={each}>
          <input
            type="radio"
            name="decision"
            value={each}
            required
            checked={chosen === each}
            onChange={() => onChoose(each)}
          />
          <span>{t(`decision.form.option.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
