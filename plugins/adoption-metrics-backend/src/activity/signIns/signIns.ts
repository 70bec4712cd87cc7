import { HEADLINE, Measurement } from '../../samples';
import { trailingDays } from '../../time';
import { ActivityStore } from '../ActivityStore';
import { dimensions, WINDOW_DAYS } from '../dimensions';
import { MeasuredDay } from '../MeasuredDay';

/** Who used the portal in some days, and who of them are developers. */
export interface SignIns {
  days: number;
  /** Distinct people, but those whom the configuration leaves out. */
  people: number;
  /** Developers among them. */
  developers: number;
}

/** A week shows it soon, and needs more people: it may be one of holidays. */
const fewestStrangers = [
  { days: WINDOW_DAYS, people: 5 },
  { days: 7, people: 10 },
];

/** "Nearly none" of those who used the portal. */
const LARGEST_SHARE = 0.1;

const withheldDimensions = new Set<string>([
  HEADLINE,
  dimensions.days,
  dimensions.regular,
  dimensions.stickiness,
]);

/** The days of which sign-ins are counted. */
export const signInDays = fewestStrangers.map(({ days }) => days);

/**
 * The sign-ins that cannot be those of the catalog's developers: enough people
 * use the portal, and nearly none of them is one. Then people sign in under
 * other names than the catalog's, and how many developers are active is unknown.
 */
export function foreignSignIns(all: SignIns[]): SignIns | undefined {
  return all.find(({ days, people, developers }) =>
    fewestStrangers.some(
      fewest =>
        fewest.days === days &&
        people - developers >= fewest.people &&
        developers <= people * LARGEST_SHARE,
    ),
  );
}

/** Measures sign-ins; not under a head count, where everybody may count. */
export async function measureSignIns(
  { day, developers, headCount, population }: MeasuredDay,
  activity: Pick<ActivityStore, 'countActive'>,
): Promise<Measurement[]> {
  if (headCount !== undefined || developers === undefined) {
    return [];
  }
  return Promise.all(
    signInDays.map(async days => {
      const window = trailingDays(day, days);
      const { counted, total } = await activity.countActive(window, population);
      return {
        dimension: dimensions.signIns,
        member: String(days),
        value: total === 0 ? undefined : counted / total,
        numerator: counted,
        denominator: total,
      };
    }),
  );
}

/** What was measured of sign-ins. */
export function signInsIn(measured: Measurement[]): SignIns[] {
  return measured
    .filter(({ dimension }) => dimension === dimensions.signIns)
    .map(({ member, numerator = 0, denominator = 0 }) => ({
      days: Number(member),
      people: denominator,
      developers: numerator,
    }));
}

/** Leaves unknown what was measured of the wrong people. */
export function withholdForeign(measured: Measurement[]): Measurement[] {
  return foreignSignIns(signInsIn(measured))
    ? measured.map(each =>
        withheldDimensions.has(each.dimension)
          ? { ...each, value: undefined, numerator: undefined }
          : each,
      )
    : measured;
}
