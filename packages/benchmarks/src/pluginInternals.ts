/* eslint-disable @backstage/no-relative-monorepo-imports */
/** The only way to what the plugin does not export: see the file itself. */
export * from '../../../plugins/adoption-metrics-backend/src/internals';
