import { Sample } from '../samples';

/** The number of active people in each atom for a period. */
export class AtomNumbers {
  readonly #samples: Map<number, Sample>;

  /**
   * @param samples - of all atoms, for the end of the period
   */
  constructor(private readonly sizes: number[], samples: Sample[]) {
    this.#samples = new Map(
      samples.map(sample => [Number(sample.member), sample]),
    );
  }

  people(atoms: number[]): number {
    return atoms.reduce((sum, atom) => sum + this.sizes[atom], 0);
  }

  /** Undefined if nothing was observed. */
  active(atoms: number[]): number | undefined {
    const samples = atoms.map(atom => this.#samples.get(atom));
    return samples.some(sample => !sample?.coverage)
      ? undefined
      : samples.reduce((sum, sample) => sum + (sample?.numerator ?? 0), 0);
  }

  /** Undefined unless the whole period was observed. */
  share(atoms: number[]): number | undefined {
    const known = atoms.every(
      atom => this.#samples.get(atom)?.value !== undefined,
    );
    const active = this.active(atoms);
    return known && active !== undefined
      ? active / this.people(atoms)
      : undefined;
  }
}
