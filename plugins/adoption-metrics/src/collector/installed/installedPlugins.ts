import type { AppTreeApi } from '@backstage/frontend-plugin-api';
import type { InstalledPluginsEvent } from 'backstage-plugin-adoption-metrics-common';
import { toIdentifier } from '../identifiers';

/** An installed plugin, and whether it has a page or only cards. */
export type InstalledPlugin = InstalledPluginsEvent['plugins'][number];

/** The same limit as in the backend. */
const MOST_PLUGINS = 200;

/** Kinds of extensions whose use can be observed. */
const PAGES = new Set(['page', 'sub-page', 'nav-item', 'entity-content']);

/** Kinds of extensions that people only look at. */
const CARDS = new Set([
  'entity-card',
  'entity-icon-link',
  'entity-context-menu-item',
  'home-page-widget',
  'search-result-list-item',
  'addon',
]);

/**
 * The installed plugins that are visible to users, based on enabled extensions.
 */
export function installedPlugins(appTreeApi: AppTreeApi): InstalledPlugin[] {
  const found = new Map<string, InstalledPlugin['surface']>();
  for (const { spec, instance } of appTreeApi.getTree().tree.nodes.values()) {
    const [kind] = spec.id.split(':', 1);
    const { pluginId } = spec.plugin;
    if (instance && PAGES.has(kind)) {
      found.set(pluginId, 'page');
    } else if (instance && CARDS.has(kind) && !found.has(pluginId)) {
      found.set(pluginId, 'card');
    }
  }
  return inOrder([...found].map(([id, surface]) => ({ id, surface })));
}

/** Sorted, so that the same plugins result in the same report. */
export function inOrder(plugins: InstalledPlugin[]): InstalledPlugin[] {
  return plugins
    .filter(({ id }) => toIdentifier(id) !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, MOST_PLUGINS);
}
