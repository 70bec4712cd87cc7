import { Button } from '@backstage/ui';
import {
  decisionNames,
  decisions,
  describeAnnotation,
  type Annotation,
  type Decision,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { dayOf, formatDate } from '../../ui/format';
import { useReport } from '../../api/useReport';
import { DataTable, type Column } from '../../ui/table';
import { Loadable } from '../../ui/loading/Loadable';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import { useAnnotationChange } from '../../api/useAnnotationChange';
import styles from '../../ui/layout.module.css';

/** What happened and what was decided, as every history shows it. */
export function AnnotationsSection(props: {
  timeZone: string;
  onChanged: () => void;
}) {
  const loaded = useReport('annotations');
  const { add, remove, pending, error } = useAnnotationChange(() => {
    loaded.reload();
    props.onChanged();
  });
  return (
    <Section title="Annotations">
      <div className={styles.stack}>
        <Loadable loaded={loaded} subject="The annotations" skeleton={null}>
          {({ annotations }) =>
            annotations.length === 0 ? (
              <p className={styles.quiet}>
                Nothing was written down in the last year. Say here what was
                done about adoption, and when: every history shows it.
              </p>
            ) : (
              <DataTable
                name="Annotations of the last year"
                columns={columnsWith(remove)}
                rows={[...annotations].reverse()}
                rowKey={({ id }) => String(id)}
              />
            )
          }
        </Loadable>
        <AnnotationForm
          today={dayOf(new Date().toISOString(), props.timeZone)}
          pending={pending}
          onAdd={add}
        />
        {error && (
          <p role="alert" className={styles.failure}>
            It could not be changed: {reasonOf(error)}
          </p>
        )}
      </div>
    </Section>
  );
}

function columnsWith(remove: (id: number) => void): Array<Column<Annotation>> {
  return [
    { id: 'day', label: 'Day', cell: ({ day }) => formatDate(day) },
    { id: 'text', label: 'What', cell: describeAnnotation },
    {
      id: 'by',
      label: 'Written by',
      cell: ({ writtenBy }) => writtenBy ?? 'somebody forgotten',
    },
    {
      id: 'remove',
      label: 'Change',
      cell: ({ id, text }) => (
        <Button
          variant="tertiary"
          aria-label={`Remove: ${text}`}
          onPress={() => remove(id)}
        >
          Remove
        </Button>
      ),
    },
  ];
}

function AnnotationForm(props: {
  today: string;
  pending: boolean;
  onAdd: ReturnType<typeof useAnnotationChange>['add'];
}) {
  const { today, pending, onAdd } = props;
  const [day, setDay] = useState(today);
  const [text, setText] = useState('');
  const [decision, setDecision] = useState<Decision | ''>('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd({ day, text, ...(decision && { decision }) });
    setText('');
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={styles.field}>
        <span>Day</span>
        <input
          type="date"
          value={day}
          max={today}
          required
          onChange={event => setDay(event.target.value)}
        />
      </label>
      <label className={styles.field}>
        <span>What happened</span>
        <input
          type="text"
          value={text}
          maxLength={200}
          required
          onChange={event => setText(event.target.value)}
        />
      </label>
      <label className={styles.field}>
        <span>Decided about the deadline</span>
        <select
          value={decision}
          onChange={event => setDecision(event.target.value as Decision | '')}
        >
          <option value="">nothing</option>
          {decisions.map(each => (
            <option key={each} value={each}>
              {decisionNames[each]}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.buttons}>
        <Button variant="secondary" type="submit" isPending={pending}>
          Write down
        </Button>
      </div>
    </form>
  );
}
