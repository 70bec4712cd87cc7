import {
  apiLocale,
  ComparedOption,
  optionOrders,
} from 'backstage-plugin-adoption-metrics-common';

/** By what options are sorted. */
export type OptionOrder = (typeof optionOrders)[number];

const states: Array<ComparedOption['state']> = ['fits', 'unknown', 'unfit'];

/** What comes first is least; what is unknown comes last. */
const keys: Record<
  Exclude<OptionOrder, 'title'>,
  (option: ComparedOption) => Array<number | null>
> = {
  rank: ({ state, rank }) => [states.indexOf(state), rank],
  team: ({ team }) => [team?.needed.low ?? null, team?.needed.high ?? null],
  value: ({ value }) => [value?.months.low ?? null, value?.months.high ?? null],
  cost: ({ cost: { allIn } }) => [allIn?.low ?? null, allIn?.high ?? null],
  'cost-per-active': ({ cost: { perActive } }) => {
    const allIn = perActive.expected?.allIn;
    return [allIn?.low ?? null, allIn?.high ?? null];
  },
  // Most people first.
  people: ({ adoption }) => [
    opposite(adoption?.share.high),
    opposite(adoption?.share.low),
  ],
};

/** Sorts options; those that are equal keep the order in which they came. */
export function sortOptions(
  options: ComparedOption[],
  order: OptionOrder,
): ComparedOption[] {
  return options.toSorted((a, b) =>
    order === 'title'
      ? a.title.localeCompare(b.title, apiLocale)
      : compare(keys[order](a), keys[order](b)),
  );
}

function compare(a: Array<number | null>, b: Array<number | null>): number {
  for (const [index, left] of a.entries()) {
    const [x, y] = [left ?? Infinity, b[index] ?? Infinity];
    if (x !== y) {
      return x < y ? -1 : 1;
    }
  }
  return 0;
}

function opposite(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : -value;
}
