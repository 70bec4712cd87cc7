import type {
  OpenRange,
  DecisionUnit,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';
import { moneyText } from '../../ui/moneyText';
import { rangeText } from '../../ui/rangeText';

const messages = {
  FTE: 'FTE',
  people: 'people',
  months: 'months',
  years: 'years',
  weeks: 'weeks',
  teams: 'teams',
  plugins: 'plugins',
  'money/year': 'perYear',
  'money/seat/month': 'perSeat',
} as const;

/** A range with its unit, as it reads in a table. */
export function numberText(
  range: OpenRange,
  unit: DecisionUnit,
  currency: string | null,
  language: Language,
): string {
  const { t, format } = language;
  if (range.low === null && range.high === null) {
    return t('common.unknown');
  }
  if (unit === 'share') {
    return rangeText(range, value => format.share(value), language);
  }
  const amount =
    currency === null
      ? rangeText(range, format.number, language)
      : moneyText(range, currency, language);
  return unit in messages
    ? t(`decision.unit.${messages[unit]}`, { amount })
    : `${amount} ${unit}`;
}

/** A unit as it stands beside a field. */
export function unitName(
  unit: DecisionUnit,
  currency: string,
  { t }: Language,
): string {
  if (unit === 'share') {
    return '%';
  }
  const isMoney = unit === 'money/year' || unit === 'money/seat/month';
  return t(`decision.unit.${messages[unit]}`, {
    amount: isMoney ? currency : '',
  }).trim();
}
