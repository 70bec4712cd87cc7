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

/** Describes how soon people who joined in one month used the portal. */
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
  return {
    month,
    joined,
    used,
    within7Days: shownWithin(7, samples, { joined, minimumGroupSize }),
    within30Days: shownWithin(30, samples, { joined, minimumGroupSize }),
    medianDays: value ?? null,
  };
}

/** Who used the portal within so many days of joining, unless it is revealing. */
function shownWithin(
  days: number,
  samples: Sample[],
  { joined, minimumGroupSize }: { joined: number; minimumGroupSize: number },
): number | null {
  const dimension = dimensions.onboardingWithin(days);
  const active = samples.find(each => each.dimension === dimension)?.numerator;
  return active === undefined ||
    suppressionOf({ size: joined, active }, minimumGroupSize)
    ? null
    : active;
}
