import { Figure } from './figure';

/** What a benchmark is given. */
export interface BenchmarkOptions {
  /** Small and short, to see that the benchmark works. */
  trial: boolean;
  /** Explains to the reader what goes on or what lies behind a figure. */
  note(text: string): void;
}

/** Measures something and yields each figure as soon as it is known. */
export type Benchmark = (options: BenchmarkOptions) => AsyncIterable<Figure>;
