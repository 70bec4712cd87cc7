import { Button } from '@backstage/ui';
import type { Programme } from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import { HolidayFields } from './HolidayFields';
import { useProgrammeChange } from './useProgrammeChange';
import styles from '../../ui/layout.module.css';

interface SettingsSectionProps {
  programme: Programme | null;
  /** Called once a change is stored. */
  onChanged: () => void;
}

/** Sets, changes and ends the programme, for those who may. */
export function SettingsSection(props: SettingsSectionProps) {
  const { programme, onChanged } = props;
  if (programme?.source === 'configuration') {
    return (
      <Section title="Goal and date">
        <p className={styles.quiet}>
          They are set by <code>adoptionMetrics.deadline</code> in the
          configuration of the portal, and are changed there.
        </p>
      </Section>
    );
  }
  return (
    <Section title={programme ? 'Change goal and date' : 'Set a deadline'}>
      <ProgrammeForm programme={programme} onChanged={onChanged} />
    </Section>
  );
}

function ProgrammeForm(props: SettingsSectionProps) {
  const { programme, onChanged } = props;
  const [start, setStart] = useState(programme?.start ?? today());
  const [deadline, setDeadline] = useState(programme?.deadline ?? '');
  const [goal, setGoal] = useState(String(percentOf(programme)));
  const [holidays, setHolidays] = useState(programme?.holidays ?? []);
  const { set, end, pending, error } = useProgrammeChange(onChanged);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set({
      start,
      goal: Number(goal) / 100,
      hold: programme?.hold,
      holidays,
      ...(deadline && { deadline }),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label="From" type="date" value={start} onChange={setStart} />
      <Field
        label="Deadline"
        type="date"
        value={deadline}
        onChange={setDeadline}
        hint="Six months later if left empty"
      />
      <Field label="Goal in %" type="number" value={goal} onChange={setGoal} />
      <div className={styles.buttons}>
        <HolidayFields holidays={holidays} onChange={setHolidays} />
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" isPending={pending}>
          {programme ? 'Change' : 'Set the deadline'}
        </Button>
        {programme && (
          <Button
            variant="secondary"
            destructive
            isDisabled={pending}
            onPress={end}
          >
            End the programme
          </Button>
        )}
      </div>
      {error && (
        <p role="alert" className={styles.failure}>
          It could not be changed: {reasonOf(error)}
        </p>
      )}
    </form>
  );
}

interface FieldProps {
  label: string;
  type: 'date' | 'number';
  value: string;
  hint?: string;
  onChange: (value: string) => void;
}

function Field({ label, hint, type, value, onChange }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type={type}
        value={value}
        required={!hint}
        {...(type === 'number' && { min: 1, max: 100, step: 'any' })}
        onChange={event => onChange(event.target.value)}
      />
      {hint && <span className={styles.quiet}>{hint}</span>}
    </label>
  );
}

function percentOf(programme: Programme | null): number {
  return Number(((programme?.goal ?? 0.3) * 100).toFixed(4));
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
