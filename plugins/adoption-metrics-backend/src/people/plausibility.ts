import { SettingsStore } from '../database';

const FORMER = 'developers.first_reading';

/** Fewer people come and go without anything being the matter. */
const FEWEST_REKEYED = 10;

const LARGEST_BELIEVED_CHANGE = 0.2;

/**
 * Whether a new number of developers is too low to be believed at once: a
 * broken import of the organization looks like everybody leaving, and would
 * make adoption leap. A fall of over 20% has to be seen twice.
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
 * Whether the identities of an organization seem to have been re-keyed on a
 * day: at least ten developers vanished as about as many appeared. Everybody
 * concerned then looks like somebody new until the identities are merged.
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

/** Whether to believe a number of developers before any was believed. */
export type FirstReadingCheck = (developers: number) => Promise<boolean>;

/**
 * Doubts what is read before anything was believed: a portal that starts for
 * the first time is still importing its organization. A number of developers is
 * believed once the reading before it, by whichever replica, was about the same.
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
