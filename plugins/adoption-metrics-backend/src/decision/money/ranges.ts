import { roundMoney } from 'backstage-plugin-adoption-metrics-common';
import { Bounds } from '../published/Published';

/** Unknown, or known at one end at least. */
export type MaybeRange = Bounds | null;

/** A range both ends of which are known. */
export interface ClosedRange {
  low: number;
  high: number;
}

/**
 * Reckons with ranges of money. Every amount is rounded to the minor unit of
 * the currency where it arises, so that amounts add up to the cent.
 */
export class MoneyMath {
  constructor(readonly currency: string) {}

  /** An amount, or a range of them, times a number, or a range of them. */
  times(money: Bounds, factor: number | Bounds): MaybeRange {
    const { low, high } = boundsOf(factor);
    return this.#range(multiply(money.low, low), multiply(money.high, high));
  }

  /** The sum of what is known; unknown if nothing is. */
  add(...amounts: MaybeRange[]): MaybeRange {
    return amounts.reduce<MaybeRange>(
      (sum, amount) =>
        sum && amount
          ? this.#range(plus(sum.low, amount.low), plus(sum.high, amount.high))
          : sum ?? amount,
      null,
    );
  }

  /** What is left: at least the least less the most. */
  subtract(from: MaybeRange, amount: MaybeRange): MaybeRange {
    return from && amount
      ? this.#range(minus(from.low, amount.high), minus(from.high, amount.low))
      : null;
  }

  /** What there is for each; unknown for nobody. */
  per(money: MaybeRange, people: number | ClosedRange): MaybeRange {
    const { low, high } = boundsOf(people);
    return money && low! > 0
      ? this.#range(divide(money.low, high!), divide(money.high, low!))
      : null;
  }

  #range(low: number | null, high: number | null): MaybeRange {
    return low === null && high === null
      ? null
      : { low: this.#round(low), high: this.#round(high) };
  }

  #round(amount: number | null): number | null {
    return amount === null ? null : roundMoney(amount, this.currency);
  }
}

/** The same at both ends. */
export function exactly(amount: number): ClosedRange {
  return { low: amount, high: amount };
}

/** Whether both ends are known. */
export function isClosed(range: MaybeRange): range is ClosedRange {
  return range !== null && range.low !== null && range.high !== null;
}

function boundsOf(value: number | Bounds): Bounds {
  return typeof value === 'number' ? exactly(value) : value;
}

function multiply(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function divide(a: number | null, by: number): number | null {
  return a === null ? null : a / by;
}
