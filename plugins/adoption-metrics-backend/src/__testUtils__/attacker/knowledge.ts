/**
 * How many of some people did something in some period: one published number.
 * `count` is a list where only a few numbers are left possible.
 */
export interface Fact {
  /** What they did and when, such as `active 2027-01-04`. */
  about: string;
  people: readonly number[];
  count: number | readonly number[];
}

/**
 * What holds for each person by the meaning of the numbers: the terms add up to
 * at most so much, each being 1 if the person did it and 0 if not. Who is
 * active in a week is active in the four weeks around it, for example.
 */
export interface Relation {
  terms: ReadonlyArray<{ about: string; factor: number }>;
  atMost: number;
  /** Of whom it holds; of everybody without it. */
  people?: readonly number[];
}

/** All that a reader knows. The members of groups are no secret. */
export interface Knowledge {
  facts: readonly Fact[];
  relations: readonly Relation[];
}

/** What a reader would like to know. */
export interface Question {
  about: string;
  people: readonly number[];
}

/** The fewest and the most that are possible. */
export interface Range {
  least: number;
  most: number;
}

/** Everybody of whom facts speak. */
export function peopleOf({ facts }: Knowledge): number[] {
  return [...new Set(facts.flatMap(({ people }) => people))];
}
