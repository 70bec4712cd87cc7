import { Measurement } from '../samples';

/** Finds measurements by dimension, and by member of a dimension. */
export class MeasurementIndex {
  readonly #dimensions = new Map<string, Map<string, Measurement>>();

  constructor(measurements: Measurement[]) {
    for (const measurement of measurements) {
      const { dimension, member } = measurement;
      const members =
        this.#dimensions.get(dimension) ?? new Map<string, Measurement>();
      this.#dimensions.set(dimension, members.set(member, measurement));
    }
  }

  /** The members of a dimension. */
  of(dimension: string): Measurement[] {
    return [...(this.#dimensions.get(dimension)?.values() ?? [])];
  }

  get(dimension: string, member: string): Measurement | undefined {
    return this.#dimensions.get(dimension)?.get(member);
  }
}
