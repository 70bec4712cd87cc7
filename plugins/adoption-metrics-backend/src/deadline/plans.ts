import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { addPeriod, Day, formatDay, monthsBetween } from '../time';
import { WeeklySample } from './forecast/forecastShare';
import { valueOn } from './valueOn';

type PlanAnswer = DeadlineReport['plans'][number];

interface Plan {
  id: PlanAnswer['id'];
  title: string;
  /** Share of developers by months after the launch. */
  milestones: Array<{ month: number; share: number }>;
}

/**
 * What published accounts plan for a portal that was not stuck before: one
 * names 10 to 15% after twelve months, of which this is the middle, and 30%
 * after eighteen; the other, for larger undertakings, only that it takes up to
 * 24 months. Its way there is the first one's, stretched.
 */
const PLANS: Plan[] = [
  {
    id: '12-18-months',
    title: '12 to 18 months',
    milestones: [
      { month: 0, share: 0 },
      { month: 12, share: 0.125 },
      { month: 18, share: 0.3 },
    ],
  },
  {
    id: '18-24-months',
    title: '18 to 24 months',
    milestones: [
      { month: 0, share: 0 },
      { month: 16, share: 0.125 },
      { month: 24, share: 0.3 },
    ],
  },
];

/** Beside any plan, before a week was measured. */
const nothingKnown = { expected: null, monthsAhead: null };

/**
 * How adoption stands beside plans that count from the launch of the portal.
 *
 * @param latest - the last weekly sample, and the day at whose end it was taken
 */
export function plansFrom(
  launch: Day,
  latest: { sample: WeeklySample; day: Day } | undefined,
): PlanAnswer[] {
  return PLANS.map(({ id, title, milestones }) => ({
    id,
    title,
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
