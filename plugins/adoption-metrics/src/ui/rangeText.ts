import type { OpenRange } from 'backstage-plugin-adoption-metrics-common';
import type { Language } from './format';

/** A range in words; what is unknown is never left out, nor read as zero. */
export function rangeText(
  range: OpenRange | null,
  write: (value: number) => string,
  { t }: Pick<Language, 't'>,
): string {
  const { low, high } = range ?? { low: null, high: null };
  if (low === null) {
    return high === null
      ? t('common.unknown')
      : t('decision.range.upTo', { high: write(high) });
  }
  if (high === null) {
    return t('decision.range.from', { low: write(low) });
  }
  return write(low) === write(high)
    ? write(low)
    : t('decision.range.between', { low: write(low), high: write(high) });
}

/** What a range is sorted by: its end that counts against an option. */
export function sortKey(range: OpenRange | null): number | null {
  return range && (range.high ?? range.low);
}
