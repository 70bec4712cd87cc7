import {
  costGaps,
  type BreakEven,
  type CheapestFrom,
  type MoneyReport,
  type OptionCost,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';
import { moneyText } from '../moneyText';

/** What the portal costs, to be read aloud. */
export function currentCostText(
  { current, currency }: MoneyReport,
  language: Language,
): string {
  const { t } = language;
  const { following, perDeveloper, perActive } = current;
  if (!following) {
    return t('decision.money.current.unknown');
  }
  const cost = moneyText(following, currency, language);
  const perUser = perActive.today?.allIn ?? null;
  if (!perDeveloper.following || !perUser) {
    return t('decision.money.current.alone', { cost });
  }
  return t('decision.money.current.each', {
    cost,
    perDeveloper: moneyText(perDeveloper.following, currency, language),
    perActive: moneyText(perUser, currency, language),
  });
}

/** When a switch has paid for itself, as it reads in a cell. */
export function breakEvenText(
  breakEven: BreakEven | null,
  { t, format }: Language,
): string {
  const { state, earliest = null, latest = null } = breakEven ?? {};
  if (state === 'never') {
    return t('decision.money.breaks.never');
  }
  if (earliest === null) {
    return t('common.unknown');
  }
  if (latest === null) {
    return t('decision.money.breaks.atBest', { day: format.month(earliest) });
  }
  return format.month(earliest) === format.month(latest)
    ? format.month(latest)
    : t('decision.range.between', {
        low: format.month(earliest),
        high: format.month(latest),
      });
}

/** What adoption makes an option the cheapest, as it reads in a cell. */
export function cheapestText(
  cheapest: CheapestFrom | null,
  { t, format }: Language,
): string {
  if (!cheapest) {
    return t('common.unknown');
  }
  const { possible, certain } = cheapest;
  if (possible === null) {
    return t('decision.money.cheapest.never');
  }
  const share = format.share(possible);
  if (certain === null) {
    return t('decision.money.cheapest.atBest', { share });
  }
  return certain === possible
    ? t('decision.money.cheapest.from', { share })
    : t('decision.money.cheapest.between', {
        share,
        certain: format.share(certain),
      });
}

/**
 * What has to be entered before it is known when a switch pays for itself;
 * undefined where nothing is missing.
 */
export function missingForBreakEven(
  { inputs, options, current }: MoneyReport,
  { t, format }: Language,
): string | undefined {
  const isUnknown = options.some(
    ({ breakEven }) => breakEven?.state === 'unknown',
  );
  const missing = [
    ...(inputs?.switchCost ? [] : [t('decision.money.missing.switchCost')]),
    ...(inputs?.parallelMonths === undefined
      ? [t('decision.money.missing.parallelMonths')]
      : []),
    ...(current.following ? [] : [t('decision.money.missing.roles')]),
  ];
  return isUnknown && missing.length > 0
    ? t('decision.money.missing.sentence', { list: format.list(missing) })
    : undefined;
}

/** What is unknown, and so in no sum; of a newer backend in its words. */
export function gapTexts(
  missing: OptionCost['missing'],
  { t }: Pick<Language, 't'>,
): string[] {
  return missing.map(({ code, sentence }) =>
    costGaps.includes(code) ? t(`decision.money.gap.${code}`) : sentence,
  );
}

/** Where published prices contradict each other. */
export function contradictionTexts(
  { contradiction, seats }: Pick<OptionCost, 'contradiction' | 'seats'>,
  currency: string,
  language: Language,
): string[] {
  if (!contradiction) {
    return [];
  }
  const { fee, sentence } = contradiction;
  return [
    seats
      ? language.t('decision.money.contradiction', {
          developers: language.format.count(seats.developers),
          seats: moneyText(seats.perYear, currency, language),
          fee: moneyText(fee, currency, language),
        })
      : sentence,
  ];
}

/** Money that is gone, and that it does not matter. */
export function spentText(
  { spent, currency }: MoneyReport,
  language: Language,
): string {
  const { t } = language;
  return spent.total
    ? t('decision.money.spent', {
        amount: moneyText(spent.total, currency, language),
      })
    : t('decision.money.spentUnknown');
}
