/**
 * What the benchmarks measure beside the whole plugin. The plugin does not
 * export it, because it is nobody's business but its own and theirs; a change
 * of what is named here has to keep the benchmarks running.
 */
export { assemble, type Assembled } from './assemble';
export type { SubmittedBatch } from '../activity';
export { EntityAgeStore } from '../catalog/ages/EntityAgeStore';
export { CatalogScanStore } from '../catalog/CatalogScanStore';
export { ReadableEntities } from '../catalog/repair/ReadableEntities';
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
export { SettableClock } from '../time';
export { collapsePageLoads } from '../pageLoad/collapse';
export { addBuckets } from '../pageLoad/bucketRows';
export { percentileOf, type Histogram } from '../pageLoad/histogram';
export type { Organization } from '../people';
export {
  forecastShare,
  type Forecast,
} from '../deadline/forecast/forecastShare';
export { assess, noRisk } from '../deadline/risk';
export {
  ComponentStore,
  HeartbeatStore,
  HeartbeatRecorder,
  ProbeRunner,
  type Check,
} from '../uptime';
