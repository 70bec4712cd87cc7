/**
 * What the benchmarks measure beside the whole plugin. The plugin does not
 * export it, because it is nobody's business but its own and theirs; a change
 * of what is named here has to keep the benchmarks running.
 */
export { assemble, type Assembled } from './assemble';
export type { SubmittedBatch } from '../activity';
export {
  CatalogScanner,
  createStalenessRules,
  DatabaseCatalogScanStore,
  DatabaseEntityAgeStore,
  DatabaseScanJournal,
  VerificationStore,
  ReadableEntities,
  ServiceCatalogReader,
  StaleEntityLister,
} from '../catalog';
export { readConfig } from '../config';
export {
  isSqlite,
  openDatabase,
  recordInstallation,
  SettingsStore,
} from '../database';
export { SettableClock } from '../history';
export { collapsePageLoads } from '../pageLoad/collapse';
export { percentileOf, type Histogram } from '../pageLoad/histogram';
export type { Organization } from '../people';
export {
  forecastShare,
  type Forecast,
} from '../deadline/forecast/forecastShare';
export { assess, noRisk } from '../deadline/risk';
export {
  DatabaseComponentStore,
  DatabaseHeartbeatStore,
  HeartbeatRecorder,
  ProbeRunner,
  type Check,
} from '../uptime';
