import { HEADLINE, Measurement } from '../../samples';
import { trailingDays } from '../../time';
import { ActivityStore } from '../ActivityStore';
import { dimensions, WINDOW_DAYS } from '../dimensions';
import { MeasuredDay } from '../MeasuredDay';

/**
 * The number of people who used the portal in some days, and of developers
 * among them.
 */
export interface SignIns {
  days: number;
  /** Distinct people, except for those who are excluded by configuration. */
  people: number;
  /** Developers among them. */
  developers: number;
}

/**
 * A week detects a problem earlier, but needs more people, because it may be a
 * holiday week.
 */
const fewestOutsiders = [
  { days: WINDOW_DAYS, people: 5 },
  { days: 7, people: 10 },
];

/** If fewer of the people are developers, sign-ins do not match the catalog. */
const LARGEST_SHARE = 0.1;

const withheldDimensions = new Set<string>([
  HEADLINE,
  dimensions.days,
  dimensions.regular,
  dimensions.stickiness,
]);

/** The windows for which sign-ins are counted. */
export const signInDays = fewestOutsiders.map(({ days }) => days);

/**
 * Returns sign-ins that do not match the catalog: enough people use the portal,
 * but almost none of them is a developer. People then sign in under names other
 * than those in the catalog, and the number of active developers is unknown.
 */
export function foreignSignIns(all: SignIns[]): SignIns | undefined {
  return all.find(({ days, people, developers }) =>
    fewestOutsiders.some(
      fewest =>
        fewest.days === days &&
        people - developers >= fewest.people &&
        developers <= people * LARGEST_SHARE,
    ),
  );
}

/**
 * Counts sign-ins. With a head count, everybody may count, so there is nothing
 * to compare.
 */
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

/** Reads sign-ins from samples. */
export function signInsIn(measured: Measurement[]): SignIns[] {
  return measured
    .filter(({ dimension }) => dimension === dimensions.signIns)
    .map(({ member, numerator = 0, denominator = 0 }) => ({
      days: Number(member),
      people: denominator,
      developers: numerator,
    }));
}

/** If sign-ins do not match the catalog, makes the affected samples unknown. */
export function withholdForeign(measured: Measurement[]): Measurement[] {
  return foreignSignIns(signInsIn(measured))
    ? measured.map(each =>
        withheldDimensions.has(each.dimension)
          ? { ...each, value: undefined, numerator: undefined }
          : each,
      )
    : measured;
}
