import { apiLocale } from './locale';
import { formatCount } from './numbers';

/**
 * A count with what is counted, in the language of the API: "1 person",
 * "4,212 people".
 *
 * @public
 */
export function writeCount(count: number, one: string, many: string): string {
  return `${formatCount(count, apiLocale)} ${count === 1 ? one : many}`;
}

/**
 * Smaller numbers of people who opted out are never shown, so that nobody's
 * choice is visible.
 *
 * @public
 */
export const FEWEST_OPT_OUTS = 5;

/**
 * The number of people who opted out, if it can be shown.
 *
 * @param people - undefined if unknown
 * @returns null for fewer than five
 *
 * @public
 */
export function shownOptOuts(people: number | undefined): number | null {
  return people !== undefined && people >= FEWEST_OPT_OUTS ? people : null;
}
