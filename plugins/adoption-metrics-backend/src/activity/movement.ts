import { areComparable, Sample } from '../samples';
import { WINDOW_DAYS } from './cuts';

type Headline = Pick<
  Sample,
  'value' | 'numerator' | 'denominator' | 'definitionVersion' | 'timeZone'
>;

/**
 * Tells what moved a share against that of 28 days before: the people who were
 * active, or those among whom they are counted. Undefined if nothing moved, or
 * if the two cannot be compared.
 */
export function describeMovement(
  now: Headline,
  before: Headline | undefined,
): string | undefined {
  if (
    now.value === undefined ||
    before?.value === undefined ||
    !areComparable(now, before)
  ) {
    return undefined;
  }
  const active = now.numerator! - before.numerator!;
  const developers = now.denominator! - before.denominator!;
  if (active === 0 && developers === 0) {
    return undefined;
  }
  const cause = describeCause({
    rise: Math.sign(now.value - before.value),
    active,
    developers,
  });
  return `Against ${WINDOW_DAYS} days before: ${signed(
    active,
  )} active users, ${signed(developers)} developers.${cause}`;
}

// Only where the number of active people did not move along with the share.
function describeCause(change: {
  rise: number;
  active: number;
  developers: number;
}): string {
  const { rise, active, developers } = change;
  if (rise > 0 && active <= 0 && developers < 0) {
    return ' The share rose because people left, not because more were active.';
  }
  if (rise < 0 && active >= 0 && developers > 0) {
    return ' The share fell because people joined, not because fewer were active.';
  }
  return '';
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change).replace('-', '−');
}
