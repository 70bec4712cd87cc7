/** The request header with the person to sign in. */
export const personHeader = 'x-benchmark-person';

/** The sign-in provider of the benchmarks. */
export const signInProvider = 'benchmark';

/** The environment variable with the system to run, as JSON. */
export const systemVariable = 'BENCHMARK_SYSTEM';

/** The system that runs in addition to Backstage itself. */
export interface SystemUnderTest {
  /** The package whose default export is the plugin. */
  package: string;
  /** The folder from which the package is resolved. */
  directory: string;
  pluginId: string;
}

/** A question to the server process. */
export type Question = 'heap';

/** Its answer: the heap in use after garbage collection, in bytes. */
export interface HeapAnswer {
  type: 'heap';
  bytes: number;
}
