import type {
  MoneyStyle,
  OpenRange,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from './format';
import { rangeText } from './rangeText';

/** A range of money in words. */
export function moneyText(
  range: OpenRange | null,
  currency: string,
  { t, format }: Language,
  style?: MoneyStyle,
): string {
  const low = range?.low ?? null;
  const high = range?.high ?? null;
  return low !== null && high !== null
    ? format.moneyRange({ low, high }, currency, style)
    : rangeText(range, amount => format.money(amount, currency, style), { t });
}
