import type { Language } from '../../ui/format';

/** A day in words; where only a year or a month is known, as it stands. */
export function sourceDate(
  date: string,
  { format }: Pick<Language, 'format'>,
): string {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? format.date(date) : date;
}
