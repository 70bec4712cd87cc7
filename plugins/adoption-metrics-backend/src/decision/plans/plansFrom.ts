import { PublishedPlan } from 'backstage-plugin-adoption-metrics-common';
import { valueOn, WeeklySample } from '../../deadline';
import { addPeriod, Day, formatDay, monthsBetween } from '../../time';
import { formatOrigin, Published } from '../published';

type Plan = Published['plans'][number];

/** Beside any plan, before a week was measured. */
const nothingKnown = { expected: null, monthsAhead: null };

/**
 * How adoption stands beside plans that count from the launch of the portal.
 *
 * @param plans - as published, by months after the launch
 * @param latest - the last weekly sample, and the day at whose end it was taken
 */
export function plansFrom(
  plans: Plan[],
  launch: Day,
  latest: { sample: WeeklySample; day: Day } | undefined,
): PublishedPlan[] {
  return plans.map(({ id, title, origin, milestones }) => ({
    id,
    title,
    source: formatOrigin(origin),
    milestones: milestones.map(({ month, share }) => ({
      day: formatDay(addPeriod(launch, `P${month}M`) ?? launch),
      share,
    })),
    ...(latest ? comparedWith(milestones, launch, latest) : nothingKnown),
  }));
}

function comparedWith(
  milestones: Plan['milestones'],
  launch: Day,
  { sample, day }: { sample: WeeklySample; day: Day },
) {
  // A launch that is announced has nothing to be compared with yet.
  const month = Math.max(0, monthsBetween(launch, day));
  const line = milestones.map(each => [each.month, each.share] as const);
  const inverse = line.map(([at, share]) => [share, at] as const);
  const share = sample.active / sample.developers;
  const [length, goal] = line.at(-1)!;
  // Who has arrived is not behind, however long ago the plan has ended.
  const due = share >= goal ? Math.min(month, length) : month;
  return {
    expected: valueOn(line, month),
    monthsAhead: valueOn(inverse, share) - due,
  };
}
