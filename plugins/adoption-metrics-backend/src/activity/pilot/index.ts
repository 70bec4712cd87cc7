export { PilotReader } from './PilotReader';
export type { Pilot } from './PilotReader';
