export * from './config';
export * from './createDigest';
export * from './DigestService';
export * from './DigestReporter';
export * from './DigestSender';
export * from './digestRoutes';
export { MOST_PLUGINS, offeredPlugins } from './pluginCount';
export { writeCount } from './writeCount';
