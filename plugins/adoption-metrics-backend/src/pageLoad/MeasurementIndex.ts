import { Measurement } from '../samples';

/** Indexes measurements by dimension and member. */
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

  /** All members of a dimension. */
  of(dimension: string): Measurement[] {
    return [...(this.#dimensions.get(dimension)?.values() ?? [])];
  }

  get(dimension: string, member: string): Measurement | undefined {
    return this.#dimensions.get(dimension)?.get(member);
  }
}
