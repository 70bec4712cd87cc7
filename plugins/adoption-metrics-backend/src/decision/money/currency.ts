import { roundMoney } from 'backstage-plugin-adoption-metrics-common';
import {
  DecisionNumber,
  Published,
  PublishedOption,
} from '../published/Published';
import { DecisionCurrency } from './config';

/** Of which currency all money is, and what others' money is in it. */
export interface Conversion {
  currency: string;
  /** Units of it for one of the published; undefined while unknown. */
  rate?: number;
}

/** How published money becomes money of the configured currency. */
export function conversionOf(
  published: Pick<Published, 'currency'>,
  { currency = published.currency, exchangeRate }: DecisionCurrency,
): Conversion {
  return {
    currency,
    rate: currency === published.currency ? 1 : exchangeRate,
  };
}

/**
 * All that is published, in the configured currency. What an organization has
 * put in the place of a number, or added itself, is of that currency already.
 * Without a rate of exchange, published money is unknown.
 */
export function inCurrency(
  published: Published,
  conversion: Conversion,
): Published {
  const convert = (number: DecisionNumber) => converted(number, conversion);
  return {
    ...published,
    currency: conversion.currency,
    numbers: mapped(published.numbers, convert),
    options: published.options.map(option => ({
      ...option,
      numbers: mapped(option.numbers, convert) as PublishedOption['numbers'],
    })),
  };
}

function mapped(
  numbers: { [id: string]: DecisionNumber | undefined },
  convert: (number: DecisionNumber) => DecisionNumber,
): Record<string, DecisionNumber> {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([id, number]) =>
      number ? [[id, convert(number)]] : [],
    ),
  );
}

function converted(
  number: DecisionNumber,
  { currency, rate }: Conversion,
): DecisionNumber {
  const isOwn = number.replaced !== undefined || number.published === undefined;
  if (isOwn || !number.unit.startsWith('money') || rate === 1) {
    return number;
  }
  const convert = (amount: number | null) =>
    amount === null || rate === undefined
      ? null
      : roundMoney(amount * rate, currency);
  return { ...number, low: convert(number.low), high: convert(number.high) };
}
