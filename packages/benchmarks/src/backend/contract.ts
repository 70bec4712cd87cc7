/** The request header that says who signs in. */
export const personHeader = 'x-benchmark-person';

/** The sign-in provider of the benchmarks. */
export const signInProvider = 'benchmark';

/** The variable that says what the server process is to run, as JSON. */
export const systemVariable = 'BENCHMARK_SYSTEM';

/** What a server process runs beside Backstage itself. */
export interface SystemUnderTest {
  /** The package whose default export is the plugin. */
  package: string;
  /** The folder from which the package is resolved. */
  directory: string;
  pluginId: string;
}

/** What the server process is asked. */
export type Question = 'heap';

/** What it answers: bytes in use after a collection of garbage. */
export interface HeapAnswer {
  type: 'heap';
  bytes: number;
}
