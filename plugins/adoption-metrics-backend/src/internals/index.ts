/**
 * Internals of the plugin that the benchmarks measure. They are not exported by
 * the package. If you change them, keep the benchmarks working.
 */
export { assemble, type Assembled } from './assemble';
export type { SubmittedBatch } from '../activity';
export { observe } from '../activity/observation';
export {
  judgeSilence,
  SILENCE_LIMITS,
  SILENCE_LOOKBACK_DAYS,
  type SilenceLimits,
  type DayEvidence,
} from '../activity/silence/judgeSilence';
export { usualWeekdays } from '../activity/silence/usualWeekdays';
export { EntityAgeStore } from '../catalog/ages/EntityAgeStore';
export { CatalogScanStore } from '../catalog/CatalogScanStore';
export { CatalogVisibility } from '../http';
export { StaleEntityLister } from '../catalog/repair/StaleEntityLister';
export { createStalenessRules } from '../catalog/rules/createRules';
export { CatalogScanner } from '../catalog/scan/CatalogScanner';
export { ScanRecorder } from '../catalog/scan/ScanRecorder';
export { ServiceCatalogReader } from '../catalog/scan/ServiceCatalogReader';
export { VerificationStore } from '../catalog/verification/VerificationStore';
export { readConfig } from '../config';
export {
  isSqlite,
  openDatabase,
  recordInstallation,
  SettingsStore,
} from '../database';
export { SettableClock, weekdayOf } from '../time';
export { collapsePageLoads } from '../pageLoad/collapse';
export { addBuckets } from '../pageLoad/bucketRows';
export { percentileOf, type Histogram } from '../pageLoad/histogram';
export type { Organization } from '../people';
export {
  forecastShare,
  type Forecast,
} from '../deadline/forecast/forecastShare';
export type { Deadline } from '../deadline/Deadline';
export type { DeadlineWeek } from '../deadline/DeadlineWeek';
export { evaluateWeek } from '../deadline/evaluateWeek';
export { assess, noRisk } from '../deadline/risk';
export { weeklySamples } from '../deadline/weeklySamples';
export type { Sample } from '../samples';
export {
  ComponentStore,
  HeartbeatStore,
  HeartbeatRecorder,
  ProbeRunner,
  type Check,
} from '../uptime';
