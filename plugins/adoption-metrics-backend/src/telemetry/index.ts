export { createCounters } from './counters';
export type { Counters } from './counters';
export { createGauges } from './createGauges';
export { observeState } from './Gauge';
export type { GaugeGroup, InstrumentDescription, Observation } from './Gauge';
