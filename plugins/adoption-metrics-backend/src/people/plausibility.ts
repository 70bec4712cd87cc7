import { SettingsStore } from '../database';

const FORMER = 'developers.first_reading';

/** Smaller numbers of people come and go regularly. */
const FEWEST_REKEYED = 10;

const LARGEST_BELIEVED_CHANGE = 0.2;

/**
 * Whether the number of developers dropped by more than 20%, and needs a second
 * reading to confirm it. A broken import of the organization looks like
 * everybody leaving, and would inflate adoption.
 */
export function isSuddenFall(
  previous: { developers: number; held: boolean } | undefined,
  developers: number,
): boolean {
  if (!previous || previous.held) {
    return false;
  }
  return developers < previous.developers * (1 - LARGEST_BELIEVED_CHANGE);
}

/** Whether two numbers of people differ by at most 20% of the larger. */
export function areAlike(a: number, b: number): boolean {
  return Math.min(a, b) >= Math.max(a, b) * (1 - LARGEST_BELIEVED_CHANGE);
}

/**
 * Whether the identities of an organization were probably renamed: on one day,
 * at least ten developers disappeared, and about as many new ones appeared.
 * They count as new people until the identities are merged.
 */
export function isRekeyed({
  joined = 0,
  departed = 0,
}: {
  joined?: number;
  departed?: number;
}): boolean {
  return (
    Math.min(joined, departed) >= FEWEST_REKEYED && areAlike(joined, departed)
  );
}

/** Whether to trust a number of developers if none is known yet. */
export type FirstReadingCheck = (developers: number) => Promise<boolean>;

/**
 * Creates a check for the first reading. A new portal may still be importing
 * its organization, so a number of developers is only trusted if the previous
 * reading, on any replica, was similar.
 */
export function createFirstReadingCheck(
  settings: SettingsStore,
): FirstReadingCheck {
  return async developers => {
    const former = await settings.get(FORMER);
    await settings.set(FORMER, String(developers));
    return former !== undefined && areAlike(Number(former), developers);
  };
}
