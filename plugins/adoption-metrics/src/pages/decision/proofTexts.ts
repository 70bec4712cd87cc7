import { addDays, type Language } from '../../ui/format';

/** "Mar 2 – 15, 2026", with both days included. */
export function periodOf(
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
  { format }: Pick<Language, 'format'>,
): string {
  return format.period(firstDay, addDays(lastDay, 1));
}
