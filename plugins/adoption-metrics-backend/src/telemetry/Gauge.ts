/** Name and meaning of an instrument. */
export interface InstrumentDescription {
  /** Follows the semantic conventions: without a unit or `total`. */
  name: string;
  description: string;
  /** In UCUM: `1` for shares, `s`, `d`, or an annotation such as `{batch}`. */
  unit: string;
}

/** Only a few known values, and nothing about people. */
export type Attributes = Record<string, string>;

/** A value of a gauge. Unknown values are left out. */
export interface Observation {
  gauge: string;
  /**
   * The value, or the instant from which elapsed time is measured, in ms UTC.
   */
  value: number | { since: number };
  attributes?: Attributes;
}

/** Gauges that are read together. */
export interface GaugeGroup {
  gauges: InstrumentDescription[];
  read(): Promise<Observation[]>;
}

/**
 * Reports one of several states, as recommended by the semantic conventions: 1
 * for the current state, 0 for the others.
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
