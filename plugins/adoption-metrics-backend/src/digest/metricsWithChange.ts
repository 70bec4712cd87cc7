import { areComparable, SampleStore } from '../samples';
import { DayMetric } from '../scorecard';
import { Day } from '../time';

/** The last days of two periods that are compared. */
export interface ComparedDays {
  lastDay: Day;
  before: Day;
}

/** How a metric changed between two days; null where that cannot be said. */
async function changeOf(
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

/** Metrics of a day as a reader gets them, each with its change. */
export function metricsWithChange(
  metrics: DayMetric[],
  compared: ComparedDays,
  samples: Pick<SampleStore, 'headlines'>,
) {
  return Promise.all(
    metrics.map(async metric => ({
      id: metric.id,
      name: metric.name,
      unit: metric.unit,
      status: metric.status,
      statement: metric.statement,
      value: metric.value,
      numerator: metric.numerator ?? null,
      denominator: metric.denominator ?? null,
      change: await changeOf(metric.id, compared, samples),
    })),
  );
}
