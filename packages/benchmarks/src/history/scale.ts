import { Past } from './Past';

/** The pasts that are compared. */
export interface Pasts {
  small: Past;
  large: Past;
  /** What a large company is made from, by copying people. */
  seed: Past;
  /** How many people the large company has. */
  people: number;
}

/**
 * 5 million events, or what `BENCHMARK_EVENTS` says, and 200,000 people, or
 * what `BENCHMARK_PEOPLE` says; far fewer in a trial.
 */
export function pastsOf(trial: boolean): Pasts {
  const events = numberFrom('BENCHMARK_EVENTS', trial ? 100_000 : 5_000_000);
  const common = { people: 1_000, teams: 40, days: 180 };
  return {
    small: { ...common, events: Math.min(50_000, events / 10) },
    large: { ...common, events },
    seed: { people: 1_000, teams: 980, days: 366, events: 100_000 },
    people: numberFrom('BENCHMARK_PEOPLE', trial ? 2_000 : 200_000),
  };
}

function numberFrom(variable: string, otherwise: number): number {
  const value = process.env[variable];
  if (value === undefined) {
    return otherwise;
  }
  if (!/^[1-9]\d*$/.test(value)) {
    throw new Error(
      `${variable} is '${value}'; expected a whole number above 0`,
    );
  }
  return Number(value);
}
