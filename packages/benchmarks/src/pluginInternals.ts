// What the plugin does not export, because it is nobody's business but its own
// and that of these measurements.
/* eslint-disable @backstage/no-relative-monorepo-imports */
export type { SubmittedBatch } from '../../../plugins/adoption-metrics-backend/src/activity';
export { createCloser } from '../../../plugins/adoption-metrics-backend/src/closer';
export {
  createCommitter,
  createDeveloperCollector,
  type CollectionOptions,
} from '../../../plugins/adoption-metrics-backend/src/collection';
export {
  CatalogScanner,
  createStalenessRules,
  ReadableEntities,
  ServiceCatalogReader,
  StaleEntityLister,
} from '../../../plugins/adoption-metrics-backend/src/catalog';
export { readConfig } from '../../../plugins/adoption-metrics-backend/src/config';
export {
  isSqlite,
  openDatabase,
} from '../../../plugins/adoption-metrics-backend/src/database';
export { createFigures } from '../../../plugins/adoption-metrics-backend/src/figures';
export { collapsePageLoads } from '../../../plugins/adoption-metrics-backend/src/pageLoad/collapse';
export {
  percentileOf,
  type Histogram,
} from '../../../plugins/adoption-metrics-backend/src/pageLoad/histogram';
export {
  createPseudonymizer,
  resolveSecret,
} from '../../../plugins/adoption-metrics-backend/src/people';
export type { Organization } from '../../../plugins/adoption-metrics-backend/src/people';
export {
  forecastShare,
  type Forecast,
} from '../../../plugins/adoption-metrics-backend/src/programme/forecast/forecastShare';
export {
  assess,
  noRisk,
} from '../../../plugins/adoption-metrics-backend/src/programme/risk';
export { createRetention } from '../../../plugins/adoption-metrics-backend/src/retention';
export {
  CurrentDefinitions,
  SettableClock,
} from '../../../plugins/adoption-metrics-backend/src/scorecard';
export { createStores } from '../../../plugins/adoption-metrics-backend/src/stores';
export {
  HeartbeatRecorder,
  ProbeRunner,
  recordInstallation,
  type Check,
} from '../../../plugins/adoption-metrics-backend/src/uptime';
