/**
 * Plugins that every portal has. They do not count towards the number of
 * plugins a portal offers.
 */
const BASE: ReadonlySet<string> = new Set([
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

/** Whether a plugin is part of every portal. */
export function isBasePlugin(pluginId: string): boolean {
  return BASE.has(pluginId);
}

/** Ids of plugins that are not part of every portal. */
export function offeredPlugins(pluginIds: string[]): string[] {
  return pluginIds.filter(id => !isBasePlugin(id));
}
