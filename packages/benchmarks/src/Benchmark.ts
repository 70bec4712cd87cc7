import { Figure } from './figure';

/** Options of a benchmark. */
export interface BenchmarkOptions {
  /** Whether to run a short version, to see that the benchmark works. */
  trial: boolean;
  /** Explains to the reader what is happening, or what a figure means. */
  note(text: string): void;
}

/** Measures something, and yields figures as soon as they are known. */
export type Benchmark = (options: BenchmarkOptions) => AsyncIterable<Figure>;
