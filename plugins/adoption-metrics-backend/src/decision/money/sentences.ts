import {
  apiLocale,
  CheapestFrom,
  formatMoneyRange,
  formatShare,
  PeopleSource,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';
import { CheapestShares } from './cheapestFrom';
import { MaybeRange } from './ranges';

type Known = NonNullable<MaybeRange>;

/** Money in the middle of a sentence; open ends are said to be open. */
export function writeMoney({ low, high }: Known, currency: string): string {
  const write = (from: number, to: number) =>
    formatMoneyRange({ low: from, high: to }, currency, apiLocale);
  if (low !== null && high !== null) {
    return write(low, high);
  }
  return low === null
    ? `up to ${write(high!, high!)}`
    : `at least ${write(low, low)}`;
}

const bases: Record<PeopleSource, string> = {
  roles: 'Based on the roles you entered',
  team: 'Based on the size of your team',
  published: 'Based on published roles, because yours are not entered',
};

/** What the portal costs, to be read aloud. */
export function currentSentence(
  cost: {
    peopleFrom: PeopleSource;
    following: MaybeRange;
    perDeveloper: MaybeRange;
    perActive: MaybeRange;
  },
  currency: string,
): string {
  const { peopleFrom, following, perDeveloper, perActive } = cost;
  if (!following) {
    return 'The yearly cost of the portal is unknown: enter who works on it.';
  }
  const shares = [
    perDeveloper && `${writeMoney(perDeveloper, currency)} per developer`,
    perActive && `${writeMoney(perActive, currency)} per active user`,
  ].filter(part => part !== null);
  const each = shares.length > 0 ? `: ${shares.join(', ')}` : '';
  const amount = writeMoney(following, currency);
  return `${bases[peopleFrom]}, the portal costs ${amount} a year${each}.`;
}

/** What is spent already, and that it does not matter. */
export function spentSentence(total: MaybeRange, currency: string): string {
  return total
    ? `${capitalized(
        writeMoney(total, currency),
      )} has already been spent. It cannot be recovered, so it is not part of the decision.`
    : 'The amount already spent is unknown: enter when work on the portal started. It is not part of the decision in any case.';
}

/** What adoption would make something the cheapest. */
export function cheapestSentence({
  possible,
  certain,
}: CheapestShares): CheapestFrom['sentence'] {
  if (possible === null) {
    return 'Not the cheapest per active user, even if every developer used it.';
  }
  const from = (share: number) => formatShare(share, apiLocale);
  if (certain === null) {
    return `It may be the cheapest per active user from ${from(
      possible,
    )} adoption on, but only if its cost is at the low end.`;
  }
  return possible === certain
    ? `It is the cheapest per active user from ${from(certain)} adoption on.`
    : `It may be the cheapest per active user from ${from(
        possible,
      )} adoption on, and is from ${from(certain)} on.`;
}

/** When a switch has paid for itself. */
export function breakEvenSentence({
  earliest,
  latest,
}: {
  earliest?: Day;
  latest?: Day;
}): string {
  if (earliest === undefined) {
    return 'Switching never breaks even: it costs as much as staying, or more.';
  }
  if (latest === undefined) {
    return `Switching could break even by ${writeDay(
      earliest,
    )} at the earliest, but never does at the higher costs.`;
  }
  return earliest === latest
    ? `Switching breaks even by ${writeDay(earliest)}.`
    : `Switching breaks even between ${writeDay(earliest)} and ${writeDay(
        latest,
      )}.`;
}

/** What has to be entered before it is known when a switch pays for itself. */
export function unknownBreakEvenSentence(missing: string[]): string {
  const list = new Intl.ListFormat(apiLocale, { type: 'conjunction' });
  return `The break-even date is unknown: enter ${list.format(missing)}.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase(apiLocale) + text.slice(1);
}
