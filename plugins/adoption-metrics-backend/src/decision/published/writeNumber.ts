import {
  apiLocale,
  formatCount,
  formatMoney,
} from 'backstage-plugin-adoption-metrics-common';
import { DecisionNumber } from './Published';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The ids that stand in braces in a text. */
export function numbersNamedIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, id]) => id);
}

/** A text with its numbers. */
export function fillIn(
  text: string,
  numberOf: (id: string) => DecisionNumber,
): string {
  return text.replace(PLACEHOLDER, (_, id) => writeNumber(numberOf(id)));
}

/** From and to with the unit: "7–15 FTE", "18 months", "at least 4 FTE". */
export function writeNumber(number: DecisionNumber): string {
  const { low, high, unit } = number;
  if (low === null && high === null) {
    return 'an unknown number';
  }
  const least = low === null ? '' : write(low, number);
  const greatest = high === null ? '' : write(high, number);
  return `${rangeOf(least, greatest)}${wordOf(unit, high ?? low!)}`;
}

function rangeOf(low: string, high: string): string {
  if (low === '') {
    return `at most ${high}`;
  }
  if (high === '') {
    return `at least ${low}`;
  }
  return low === high ? low : `${low}–${high}`;
}

function write(value: number, { unit, currency }: DecisionNumber): string {
  if (unit === 'share') {
    const style = { style: 'percent', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(apiLocale, style).format(value);
  }
  if (!unit.startsWith('money/')) {
    return formatCount(value, apiLocale);
  }
  return formatMoney(value, currency!, apiLocale);
}

function wordOf(unit: DecisionNumber['unit'], last: number): string {
  switch (unit) {
    case 'share':
      return '';
    case 'money/year':
      return ' a year';
    case 'money/seat/month':
      return ' a seat a month';
    case 'FTE':
    case 'people':
      return ` ${unit}`;
    default:
      return ` ${last === 1 ? unit.slice(0, -1) : unit}`;
  }
}
