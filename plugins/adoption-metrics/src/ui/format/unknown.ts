import { formatCount, formatSeconds, formatShare } from './values';

/** Writes a value; what is not known is said, never drawn as zero. */
function orUnknown(write: (value: number) => string) {
  return (value: number | null): string =>
    value === null ? 'unknown' : write(value);
}

export const countOrUnknown = orUnknown(formatCount);
export const secondsOrUnknown = orUnknown(formatSeconds);
export const shareOrUnknown = orUnknown(share => formatShare(share, 1));
