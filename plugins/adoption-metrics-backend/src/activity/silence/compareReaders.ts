import { ClosedDay } from './DayStore';

/** How significant a decline must be, in standard deviations. */
const LEAST_DEVIATION = 3.1;

/** With fewer people, the normal approximation is not valid. */
export const LEAST_READERS = 10;

type ReaderDay = Pick<ClosedDay, 'readers' | 'reportingReaders'>;

/** People who opened our card or page, summed over days. */
interface Readers {
  readers: number;
  /** Those whose browsers also reported. */
  reporting: number;
}

/**
 * Compares the share of people who opened our card or page and also reported. A
 * significant decline happens by chance once in a thousand comparisons (a test
 * of two proportions).
 */
export function compareReaders(
  recentDays: ReaderDay[],
  earlierDays: ReaderDay[],
): { recent: Readers; earlier: Readers; isFalling: boolean } {
  const recent = sumOf(recentDays);
  const earlier = sumOf(earlierDays);
  const isEnough = Math.min(recent.readers, earlier.readers) >= LEAST_READERS;
  return {
    recent,
    earlier,
    isFalling: isEnough && deviation(recent, earlier) > LEAST_DEVIATION,
  };
}

function deviation(recent: Readers, earlier: Readers): number {
  const pooled =
    (recent.reporting + earlier.reporting) / (recent.readers + earlier.readers);
  const variance =
    pooled * (1 - pooled) * (1 / recent.readers + 1 / earlier.readers);
  const fall =
    earlier.reporting / earlier.readers - recent.reporting / recent.readers;
  return variance === 0 ? 0 : fall / Math.sqrt(variance);
}

function sumOf(days: ReaderDay[]): Readers {
  return days.reduce(
    (sum, day) => ({
      readers: sum.readers + day.readers,
      reporting: sum.reporting + day.reportingReaders,
    }),
    { readers: 0, reporting: 0 },
  );
}
