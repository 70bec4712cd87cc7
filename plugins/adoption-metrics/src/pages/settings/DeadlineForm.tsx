import { Button } from '@backstage/ui';
import type {
  Deadline,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLanguage } from '../../ui/format';
import { InputField } from '../../ui/InputField';
import { reasonOf } from '../../ui/loading/failures';
import {
  deadlineErrors,
  type DeadlineError,
  type DeadlineErrors,
  type DeadlineValues,
} from './deadlineErrors';
import { HolidayFields } from './HolidayFields';
import { RecipientField } from './RecipientField';
import { RemoveDeadline } from './RemoveDeadline';
import { useDeadlineChange } from './useDeadlineChange';
import styles from '../../ui/layout.module.css';

interface DeadlineFormProps {
  report: Pick<DeadlineReport, 'deadline' | 'configuredRecipients'>;
  /** Called once a change is stored. */
  onChanged: () => void;
}

/** Sets, changes and removes the deadline; each field says what it accepts. */
export function DeadlineForm(props: DeadlineFormProps) {
  const { deadline, configuredRecipients } = props.report;
  const { t } = useLanguage();

  const [values, setValues] = useState(() => valuesOf(deadline));
  const [errors, setErrors] = useState<DeadlineErrors>();
  const { set, end, pending, error } = useDeadlineChange(props.onChanged);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [errors]);
  const change = (changed: Partial<DeadlineValues>) =>
    setValues(before => ({ ...before, ...changed }));
  const say = (problem?: DeadlineError) => problem && t(problem);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = deadlineErrors(
      values,
      unreadableIn(event.currentTarget),
      configuredRecipients.length,
    );
    setErrors(found);
    if (!found) {
      const { date, goal, ...others } = values;
      const hold = deadline?.hold;
      set({
        ...others,
        goal: Number(goal) / 100,
        hold,
        date: date || undefined,
      });
    }
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <InputField
        label={t('settings.deadline.start')}
        type="date"
        name="start"
        value={values.start}
        error={say(errors?.start)}
        onChange={start => change({ start })}
      />
      <InputField
        label={t('settings.deadline.date')}
        type="date"
        name="date"
        value={values.date}
        hint={t('settings.deadline.dateHint')}
        error={say(errors?.date)}
        onChange={date => change({ date })}
      />
      <InputField
        label={t('settings.deadline.goal')}
        type="number"
        inputMode="decimal"
        step="any"
        name="goal"
        value={values.goal}
        hint={t('settings.deadline.goalHint')}
        error={say(errors?.goal)}
        onChange={goal => change({ goal })}
      />
      <div className={styles.buttons}>
        <HolidayFields
          holidays={values.holidays}
          errors={errors?.holidays}
          onChange={holidays => change({ holidays })}
        />
      </div>
      <div className={styles.buttons}>
        <RecipientField
          recipients={values.recipients}
          configured={configuredRecipients}
          error={say(
            values.recipients.length === 0 ? errors?.recipients : undefined,
          )}
          onChange={recipients => change({ recipients })}
        />
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" isPending={pending}>
          {deadline
            ? t('settings.deadline.change')
            : t('settings.deadline.set')}
        </Button>
        {deadline && <RemoveDeadline pending={pending} onRemove={end} />}
      </div>
      {error && (
        <p role="alert" className={styles.failure}>
          {t('common.changeFailed', { reason: reasonOf(error, t) })}
        </p>
      )}
    </form>
  );
}

/** Of which fields the browser can make nothing: half a date reads as none. */
function unreadableIn({ elements }: HTMLFormElement): ReadonlySet<string> {
  const inputs = [...elements].filter(each => each instanceof HTMLInputElement);
  return new Set(
    inputs.filter(({ validity }) => validity.badInput).map(({ name }) => name),
  );
}

function valuesOf(deadline: Deadline | null): DeadlineValues {
  return {
    start: deadline?.start ?? today(),
    date: deadline?.date ?? '',
    goal: String(Number(((deadline?.goal ?? 0.3) * 100).toFixed(4))),
    holidays: deadline?.holidays ?? [],
    recipients: deadline?.recipients ?? [],
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
