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
 * Fewer people who opted out than this are never distinguished, not even from
 * nobody: a single choice would be seen.
 *
 * @public
 */
export const FEWEST_OPT_OUTS = 5;

/**
 * How many people opted out, as far as it may be said.
 *
 * @param people - undefined if nobody has counted them yet
 * @returns null for fewer than five
 * @public
 */
export function tellableOptOuts(people: number | undefined): number | null {
  return people !== undefined && people >= FEWEST_OPT_OUTS ? people : null;
}

/**
 * How many people opted out, in the language of the API: "at most 4 people",
 * "7 people".
 *
 * @param people - null for fewer than five
 * @public
 */
export function writeOptOuts(people: number | null): string {
  return people === null
    ? `at most ${FEWEST_OPT_OUTS - 1} people`
    : writeCount(people, 'person', 'people');
}
