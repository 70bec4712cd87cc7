/** A page of the portal. */
export interface Page {
  pluginId: string;
  extensionId: string;
  /** The median of its route loads, in seconds. */
  median: number;
}

/** The page of a plugin, under the plugin's own name. */
export function pageOf(pluginId: string, median: number): Page {
  return { pluginId, extensionId: `page:${pluginId}`, median };
}

/** The plugins of pages, as reported by an app. */
export function installedPages(...pages: Page[]) {
  return pages.map(({ pluginId: id }) => ({ id, surface: 'page' as const }));
}

export const HOME = pageOf('home', 1.5);
export const CATALOG = pageOf('catalog', 2.2);
export const ENTITY: Page = {
  pluginId: 'catalog',
  extensionId: 'page:catalog/entity',
  median: 2.9,
};
export const SEARCH = pageOf('search', 1.9);
export const API_DOCS = pageOf('api-docs', 2.4);
export const TECHDOCS: Page = {
  pluginId: 'techdocs',
  extensionId: 'page:techdocs/reader',
  median: 1.9,
};
export const SCAFFOLDER = pageOf('scaffolder', 2.1);
export const KUBERNETES = pageOf('kubernetes', 2.8);
export const GITHUB_ACTIONS = pageOf('github-actions', 2.6);
export const NOTIFICATIONS = pageOf('notifications', 1.6);
