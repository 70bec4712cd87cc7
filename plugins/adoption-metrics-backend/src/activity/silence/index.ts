export * from './createSilence';
export { type ClosedDay } from './DayStore';
export {
  type Silence,
  SilenceService,
  type SilenceSources,
} from './SilenceService';
