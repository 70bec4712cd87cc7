import type { Format } from '../../ui/format';

/** The days of a closed period; empty while there is none. */
export function periodText(
  from: string | null,
  to: string | null,
  format: Pick<Format, 'period'>,
): string {
  return from === null || to === null ? '' : format.period(from, to);
}
