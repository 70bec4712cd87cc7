import { Button } from '@backstage/ui';
import type { ChosenOption } from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../api';
import { useChoiceChange } from '../../api/useChoiceChange';
import { dayOf, useLanguage } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import styles from '../../ui/layout.module.css';

/** Puts the decision on the table when the date has passed. */
export function DecisionSection(props: {
  timeZone: string;
  onDecided: () => void;
}) {
  const { timeZone, onDecided } = props;
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/choices');
  const { add, pending, error } = useChoiceChange(onDecided);
  const [option, setOption] = useState('');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add({ day: dayOf(new Date().toISOString(), timeZone), option, text });
  };
  return (
    <Section title={t('decision.form.title')}>
      <form className={styles.stack} onSubmit={submit}>
        <p className={styles.quiet}>{t('decision.form.advice')}</p>
        <Loadable
          loaded={loaded}
          subject={t('decision.form.subject')}
          skeleton={null}
        >
          {({ choosable }) => (
            <Options
              choosable={choosable}
              chosen={option}
              onChoose={setOption}
            />
          )}
        </Loadable>
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
  choosable: ChosenOption[];
  chosen: string;
  onChoose: (option: string) => void;
}) {
  const { choosable, chosen, onChoose } = props;
  const { t } = useLanguage();

  return (
    <fieldset className={styles.options}>
      <legend>{t('decision.form.question')}</legend>
      {choosable.map(({ id, title }) => (
        <label key={id}>
          <input
            type="radio"
            name="decision"
            value={id}
            required
            checked={chosen === id}
            onChange={() => onChoose(id)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
