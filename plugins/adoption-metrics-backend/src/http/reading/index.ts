export { limitReads, ReadGate } from './ReadGate';
export { Reads } from './Reads';
