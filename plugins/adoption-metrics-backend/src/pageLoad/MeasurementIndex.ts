import { Measurement } from '../samples';

/** Finds measurements by cut, and by member of a cut. */
export class MeasurementIndex {
  readonly #cuts = new Map<string, Map<string, Measurement>>();

  constructor(measurements: Measurement[]) {
    for (const measurement of measurements) {
      const { cut, cutId } = measurement;
      const members = this.#cuts.get(cut) ?? new Map<string, Measurement>();
      this.#cuts.set(cut, members.set(cutId, measurement));
    }
  }

  /** The members of a cut. */
  of(cut: string): Measurement[] {
    return [...(this.#cuts.get(cut)?.values() ?? [])];
  }

  get(cut: string, cutId: string): Measurement | undefined {
    return this.#cuts.get(cut)?.get(cutId);
  }
}
