import {
  Cohorts,
  Onboarding,
  SuppressionReason,
} from 'backstage-plugin-adoption-metrics-common';
import { Sample } from '../../samples';
import { formatDay } from '../../time';
import { dimensions } from '../dimensions';
import { JoiningRange } from './JoiningStore';
import { daysSinceJoining, RETENTION_DAYS } from './measureJoining';

type Cohort = Cohorts['cohorts'][number];
type OnboardingRange = Onboarding['ranges'][number];

const tooFew = 'too-few-people' satisfies SuppressionReason;

const hidden = {
  joined: null,
  within7Days: null,
  within30Days: null,
  within90Days: null,
  medianDays: null,
};

/**
 * Retention of people who joined in a range.
 *
 * @param samples - of the range, oldest first
 */
export function describeCohort(
  range: JoiningRange,
  samples: Sample[],
  minimumGroupSize: number,
): Cohort {
  const days = { from: formatDay(range.from), to: formatDay(range.to) };
  return range.people < minimumGroupSize
    ? { ...days, people: null, periods: [], suppressed: tooFew }
    : {
        ...days,
        people: range.people,
        periods: samples.map(sample => ({
          period: daysSinceJoining(sample.day, range) / RETENTION_DAYS,
          ...describePeriod(sample, minimumGroupSize),
        })),
      };
}

function describePeriod(
  { numerator, denominator = 0, value }: Sample,
  minimumGroupSize: number,
): Omit<Cohort['periods'][number], 'period'> {
  return denominator < minimumGroupSize
    ? { people: null, active: null, share: null, suppressed: tooFew }
    : { people: denominator, active: numerator ?? null, share: value ?? null };
}

/** Time to first use of people who joined in a range. */
export function describeOnboarding(
  range: JoiningRange,
  samples: Sample[],
  minimumGroupSize: number,
): OnboardingRange {
  const days = { from: formatDay(range.from), to: formatDay(range.to) };
  if (range.people < minimumGroupSize) {
    return { ...days, ...hidden, suppressed: tooFew };
  }
  const within = (length: number) =>
    samples.find(
      ({ dimension }) => dimension === dimensions.onboardingWithin(length),
    )?.numerator ?? null;
  return {
    ...days,
    joined: range.people,
    within7Days: within(7),
    within30Days: within(30),
    within90Days: within(90),
    medianDays: samples.find(({ value }) => value !== undefined)?.value ?? null,
  };
}
