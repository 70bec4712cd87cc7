// What the plugin does not export, because it is nobody's business but its own
// and that of these measurements.
/* eslint-disable @backstage/no-relative-monorepo-imports */
export { collapsePageLoads } from '../../../plugins/adoption-metrics-backend/src/pageLoad/collapse';
export {
  percentileOf,
  type Histogram,
} from '../../../plugins/adoption-metrics-backend/src/pageLoad/histogram';
