/**
 * Backend plugin that measures the adoption of a Backstage portal.
 *
 * @packageDocumentation
 */
export { adoptionMetricsPlugin as default } from './plugin';
