/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
/** What the tests of the backend have already, and its insides: no package exports them. */
export {
  ask,
  BackendProcess,
} from '../../../plugins/adoption-metrics-backend/src/__testUtils__/BackendProcess';
export { DatabaseUnderTest } from '../../../plugins/adoption-metrics-backend/src/__testUtils__/DatabaseUnderTest';
export { findFreePort } from '../../../plugins/adoption-metrics-backend/src/__testUtils__/freePort';
export { Reporters } from '../../../plugins/adoption-metrics-backend/src/__testUtils__/Reporters';
export { SignIn } from '../../../plugins/adoption-metrics-backend/src/__testUtils__/SignIn';
export { takeStock } from '../../../plugins/adoption-metrics-backend/src/__testUtils__/takeStock';
export {
  stepsOf,
  type Step,
} from '../../../plugins/adoption-metrics-backend/src/__testUtils__/workload';
export { SettingsStore } from '../../../plugins/adoption-metrics-backend/src/database';
export {
  DeadlineStore,
  DeadlineWeekStore,
  type DeadlineWeek,
} from '../../../plugins/adoption-metrics-backend/src/deadline';
export {
  deadline,
  evaluateAll,
  samplesUntil,
} from '../../../plugins/adoption-metrics-backend/src/deadline/__testUtils__/weeks';
export { seededRandom } from '../../../plugins/adoption-metrics-backend/src/deadline/forecast/random';
export {
  ReportingZone,
  startOfPeriod,
} from '../../../plugins/adoption-metrics-backend/src/time';
export {
  ComponentStore,
  HeartbeatStore,
  MaintenanceStore,
  UptimeReporter,
} from '../../../plugins/adoption-metrics-backend/src/uptime';
