import { Onboarding } from 'backstage-plugin-adoption-metrics-common';
import { Sample } from '../samples';
import { dimensions } from './dimensions';
import { suppressionOf } from './suppression';

const hidden = {
  used: null,
  within7Days: null,
  within30Days: null,
  medianDays: null,
};

/** How soon those who joined in one month used the portal. */
export function describeJoiners(
  month: string,
  samples: Sample[],
  minimumGroupSize: number,
): Onboarding['months'][number] {
  const whole = samples.find(
    ({ dimension }) => dimension === dimensions.onboarding,
  );
  const { numerator: used = 0, denominator: joined = 0, value } = whole ?? {};
  const suppressed = suppressionOf(
    { size: joined, active: used },
    minimumGroupSize,
  );
  if (suppressed) {
    return { month, joined, ...hidden, suppressed };
  }
  const within = (days: number) => {
    const dimension = dimensions.onboardingWithin(days);
    const people = samples.find(
      each => each.dimension === dimension,
    )?.numerator;
    const revealing =
      people === undefined ||
      suppressionOf({ size: joined, active: people }, minimumGroupSize);
    return revealing ? null : people;
  };
  return {
    month,
    joined,
    used,
    within7Days: within(7),
    within30Days: within(30),
    medianDays: value ?? null,
  };
}
