/** What a figure has to be, such as `>= 0.5`. */
export type Goal = `${'>=' | '<=' | '>' | '<' | '='} ${number}`;

/** The engine on which a figure was measured. */
export type DatabaseName = 'SQLite' | 'PostgreSQL';

/** One number that a benchmark measured. */
export interface Figure {
  figure: string;
  /** Absent where no database takes part. */
  database?: DatabaseName;
  value: number;
  /** Such as `ratio`, `ms` or `events/s`. */
  unit: string;
  /** Absent where the number only informs. */
  goal?: Goal;
}

/** A figure with the name of its benchmark. */
export interface Result extends Figure {
  bench: string;
}

const comparisons = {
  '>=': (value: number, bound: number) => value >= bound,
  '<=': (value: number, bound: number) => value <= bound,
  '>': (value: number, bound: number) => value > bound,
  '<': (value: number, bound: number) => value < bound,
  '=': (value: number, bound: number) => value === bound,
};

/** Whether the goal is reached; undefined without a goal. */
export function isMet({ value, goal }: Figure): boolean | undefined {
  if (goal === undefined) {
    return undefined;
  }
  const [operator, bound] = goal.split(' ') as [
    keyof typeof comparisons,
    string,
  ];
  return comparisons[operator](value, Number(bound));
}
