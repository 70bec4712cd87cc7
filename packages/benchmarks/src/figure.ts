/** A goal for a figure, such as `>= 0.5`. */
export type Goal = `${'>=' | '<=' | '>' | '<' | '='} ${number}`;

/** The database with which a figure was measured. */
export type DatabaseName = 'SQLite' | 'PostgreSQL';

/** A number measured by a benchmark. */
export interface Figure {
  figure: string;
  /** Undefined if no database is involved. */
  database?: DatabaseName;
  value: number;
  /** Such as `ratio`, `ms` or `events/s`. */
  unit: string;
  /** Undefined if it is only informational. */
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
