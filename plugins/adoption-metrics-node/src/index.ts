/**
 * Extension points of the Adoption Metrics backend plugin.
 *
 * @packageDocumentation
 */
export * from './alerts';
export * from './clock';
export * from './history';
export * from './probes';
export * from './staleness';
