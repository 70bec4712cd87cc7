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
