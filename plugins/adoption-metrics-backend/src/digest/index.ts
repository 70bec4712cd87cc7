export * from './config';
export * from './createDigest';
export { MOST_PLUGINS, offeredPlugins } from './pluginCount';
