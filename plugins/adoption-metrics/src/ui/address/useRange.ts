import { addDays } from '../format';
import { useAddress } from './useAddress';

const lengths = { '30d': 30, '90d': 90, '1y': 365 } as const;

export type RangeId = keyof typeof lengths;

export const rangeIds = Object.keys(lengths) as RangeId[];

/** How many days before today a range begins. */
export function lengthOfRange(id: RangeId): number {
  return lengths[id];
}

/** The first day of a range, `YYYY-MM-DD`. */
export function startOfRange(id: RangeId, today: string): string {
  return addDays(today, -lengths[id]);
}

/** The date range of all charts of the page. */
export function useRange(usual: RangeId = '90d') {
  const { readOneOf, change } = useAddress();
  return {
    range: readOneOf('range', rangeIds) ?? usual,
    choose: (id: RangeId) => change({ range: id === usual ? undefined : id }),
  };
}
