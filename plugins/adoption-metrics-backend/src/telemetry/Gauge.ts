/** What an instrument is called, and what it means. */
export interface InstrumentDescription {
  /** By the semantic conventions: no unit in it, no `total`. */
  name: string;
  description: string;
  /** In UCUM: `1` for shares, `s`, `d`, and `{batch}` for what is counted. */
  unit: string;
}

/** Few and known values only, and nothing about people. */
export type Attributes = Record<string, string>;

/** A value of a gauge. What is unknown is not among the observations. */
export interface Observation {
  gauge: string;
  /** The value itself, or the moment, in ms UTC, since which time is counted. */
  value: number | { since: number };
  attributes?: Attributes;
}

/** Gauges that one reading gives their values. */
export interface GaugeGroup {
  gauges: InstrumentDescription[];
  read(): Promise<Observation[]>;
}

/**
 * Says which of several states something is in, as the semantic conventions
 * have it: 1 for that one, and 0 for the others.
 *
 * @param by - the attribute that names the state
 */
export function observeState(
  gauge: string,
  by: { attribute: string; states: readonly string[]; others?: Attributes },
  state: string,
): Observation[] {
  const { attribute, states, others } = by;
  return states.map(each => ({
    gauge,
    value: each === state ? 1 : 0,
    attributes: { ...others, [attribute]: each },
  }));
}
