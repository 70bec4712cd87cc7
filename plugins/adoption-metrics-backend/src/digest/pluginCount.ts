/**
 * What a portal consists of whatever it offers: it does not count as one of the
 * few plugins that are worth keeping.
 */
const FRAMEWORK: ReadonlySet<string> = new Set([
  'adoption-metrics',
  'app',
  'auth',
  'catalog',
  'catalog-graph',
  'catalog-import',
  'core',
  'home',
  'notifications',
  'org',
  'permission',
  'root',
  'search',
  'signals',
  'user-settings',
]);

/** Plugins beside the framework, by id. */
export function offeredPlugins(pluginIds: string[]): string[] {
  return pluginIds.filter(id => !FRAMEWORK.has(id));
}
