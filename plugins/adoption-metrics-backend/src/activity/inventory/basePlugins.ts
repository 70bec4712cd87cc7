/**
 * What a portal consists of whatever it offers: it does not count as one of the
 * few plugins that are worth keeping.
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

/** Whether a plugin, by its id, is part of the base of every portal. */
export function isBasePlugin(pluginId: string): boolean {
  return BASE.has(pluginId);
}

/** Plugins beside the base, by id. */
export function offeredPlugins(pluginIds: string[]): string[] {
  return pluginIds.filter(id => !isBasePlugin(id));
}
