import { Button } from '@backstage/ui';
import type {
  Deadline,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { deadlineSettingsId } from '../../ui/anchors';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import { HolidayFields } from './HolidayFields';
import { RecipientField } from './RecipientField';
import { useDeadlineChange } from './useDeadlineChange';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';

interface DeadlineSectionProps {
  report: Pick<DeadlineReport, 'deadline' | 'configuredRecipients'>;
  /** Called once a change is stored. */
  onChanged: () => void;
}

/** Sets, changes and removes the deadline, for those who may. */
export function DeadlineSection(props: DeadlineSectionProps) {
  const { report, onChanged } = props;
  const { t } = useLanguage();

  const { deadline } = report;
  if (deadline?.source === 'configuration') {
    return (
      <Section title={t('settings.deadline.title')} id={deadlineSettingsId}>
        <p className={styles.quiet}>
          {t('settings.deadline.configured', {
            key: <code>adoptionMetrics.deadline</code>,
          })}
        </p>
      </Section>
    );
  }
  return (
    <Section
      id={deadlineSettingsId}
      title={
        deadline
          ? t('settings.deadline.title')
          : t('settings.deadline.titleWithout')
      }
    >
      <DeadlineForm report={report} onChanged={onChanged} />
    </Section>
  );
}

function DeadlineForm(props: DeadlineSectionProps) {
  const { report, onChanged } = props;
  const { deadline, configuredRecipients } = report;
  const { t } = useLanguage();

  const [start, setStart] = useState(deadline?.start ?? today());
  const [date, setDate] = useState(deadline?.date ?? '');
  const [goal, setGoal] = useState(String(percentOf(deadline)));
  const [holidays, setHolidays] = useState(deadline?.holidays ?? []);
  const [recipients, setRecipients] = useState(deadline?.recipients ?? []);
  const isNobodyNotified =
    recipients.length + configuredRecipients.length === 0;
  const [isIncomplete, setIncomplete] = useState(false);
  const { set, end, pending, error } = useDeadlineChange(onChanged);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIncomplete(isNobodyNotified);
    if (isNobodyNotified) {
      return;
    }
    set({
      start,
      goal: Number(goal) / 100,
      hold: deadline?.hold,
      holidays,
      recipients,
      ...(date && { date }),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={t('settings.deadline.start')}
        type="date"
        value={start}
        onChange={setStart}
      />
      <Field
        label={t('settings.deadline.date')}
        type="date"
        value={date}
        onChange={setDate}
        hint={t('settings.deadline.dateHint')}
      />
      <Field
        label={t('settings.deadline.goal')}
        type="number"
        value={goal}
        onChange={setGoal}
      />
      <div className={styles.buttons}>
        <HolidayFields holidays={holidays} onChange={setHolidays} />
      </div>
      <div className={styles.buttons}>
        <RecipientField
          recipients={recipients}
          configured={configuredRecipients}
          onChange={setRecipients}
        />
      </div>
      {isIncomplete && isNobodyNotified && (
        <p role="alert" className={styles.failure}>
          {t('settings.deadline.noRecipients')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" isPending={pending}>
          {deadline
            ? t('settings.deadline.change')
            : t('settings.deadline.set')}
        </Button>
        {deadline && (
          <Button
            variant="secondary"
            destructive
            isDisabled={pending}
            onPress={end}
          >
            {t('settings.deadline.remove')}
          </Button>
        )}
      </div>
      {error && (
        <p role="alert" className={styles.failure}>
          {t('common.changeFailed', { reason: reasonOf(error, t) })}
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

function percentOf(deadline: Deadline | null): number {
  return Number(((deadline?.goal ?? 0.3) * 100).toFixed(4));
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
