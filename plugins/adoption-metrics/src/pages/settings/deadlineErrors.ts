import type { Holidays } from 'backstage-plugin-adoption-metrics-common';
import type { MessageKey } from '../../ui/format/Translate';

/** What somebody typed into the form of the deadline. */
export interface DeadlineValues {
  start: string;
  /** Empty for six months after the start. */
  date: string;
  /** In percent. */
  goal: string;
  holidays: Holidays[];
  recipients: string[];
}

/** What is wrong, by the field it is about; holidays by their place. */
export interface DeadlineErrors {
  start?: DeadlineError;
  date?: DeadlineError;
  goal?: DeadlineError;
  holidays?: Record<number, DeadlineError>;
  recipients?: DeadlineError;
}

export type DeadlineError = Extract<
  MessageKey,
  `settings.deadline.error.${string}`
>;

/**
 * @param unreadable - names of the fields of which the browser can make nothing,
 * such as half a date
 * @param configured - how many recipients the configuration names
 */
export function deadlineErrors(
  values: DeadlineValues,
  unreadable: ReadonlySet<string>,
  configured: number,
): DeadlineErrors | undefined {
  const { start, date, recipients } = values;
  const errors: DeadlineErrors = {};
  if (!start) {
    errors.start = 'settings.deadline.error.start';
  }
  if (unreadable.has('date') || (date && date <= start)) {
    errors.date = 'settings.deadline.error.date';
  }
  if (!isGoal(values.goal)) {
    errors.goal = 'settings.deadline.error.goal';
  }
  const holidays = holidayErrors(values.holidays);
  if (Object.keys(holidays).length > 0) {
    errors.holidays = holidays;
  }
  if (recipients.length + configured === 0) {
    errors.recipients = 'settings.deadline.error.recipients';
  }
  return Object.keys(errors).length > 0 ? errors : undefined;
}

function isGoal(text: string): boolean {
  const percent = Number(text);
  return text.trim() !== '' && percent > 0 && percent <= 100;
}

function holidayErrors(holidays: Holidays[]): Record<number, DeadlineError> {
  return Object.fromEntries(
    holidays.flatMap(({ from, to }, index) =>
      from && to && to > from
        ? []
        : [[index, 'settings.deadline.error.holidays'] as const],
    ),
  );
}
