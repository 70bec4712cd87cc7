import { Button } from '@backstage/ui';
import {
  decisions,
  type Decision,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { dayOf } from '../../ui/format';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import { useAnnotationChange } from '../../api/useAnnotationChange';
import styles from '../../ui/layout.module.css';

const options: Record<Decision, string> = {
  simplify: 'Simplify radically: five plugins at most, and new numbers soon',
  'managed-backstage':
    'Managed Backstage, such as Roadie: takes 4 to 7 people instead of 7 to 15, and leaves adoption to you',
  'other-product':
    'Another product, such as Port (half a person to one) or Cortex (one or two, for 200 to 1,000 engineers)',
  'custom-portal': 'A portal of your own: two to five people, in full control',
  extend: 'Go on with another date: change it below as well',
  stop: 'Stop: no portal',
};

/** Puts the decision on the table when the date has passed. */
export function DecisionSection(props: {
  timeZone: string;
  onDecided: () => void;
}) {
  const { timeZone, onDecided } = props;
  const { add, pending, error } = useAnnotationChange(onDecided);
  const [decision, setDecision] = useState<Decision>();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add({ day: dayOf(new Date().toISOString(), timeZone), text, decision });
  };
  return (
    <Section title="Decide how to go on">
      <form className={styles.stack} onSubmit={submit}>
        <p className={styles.quiet}>
          What was spent so far decides nothing. Compare only what each option
          costs and brings from today on.
        </p>
        <Options chosen={decision} onChoose={setDecision} />
        <div className={styles.form}>
          <label className={styles.field}>
            <span>By whom, and why</span>
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
            Write the decision down
          </Button>
        </div>
        {error && (
          <p role="alert" className={styles.failure}>
            It could not be written down: {reasonOf(error)}
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
  return (
    <fieldset className={styles.options}>
      <legend>What was decided?</legend>
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
          <span>{options[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
