import { areComparable, SampleStore } from '../samples';
import { DayMetric } from '../scorecard';
import { Day } from '../time';

/** The last days of two periods that are compared. */
export interface ComparedDays {
  lastDay: Day;
  before: Day;
}

/** How a metric changed between two days; null where that cannot be said. */
export async function changeOf(
  id: DayMetric['id'],
  { lastDay, before }: ComparedDays,
  samples: Pick<SampleStore, 'headlines'>,
): Promise<number | null> {
  const days = { from: before, to: lastDay + 1 };
  const headlines = await samples.headlines(id, days);
  const now = headlines.find(({ day }) => day === lastDay);
  const then = headlines.find(({ day }) => day === before);
  return now?.value !== undefined &&
    then?.value !== undefined &&
    areComparable(now, then)
    ? now.value - then.value
    : null;
}
