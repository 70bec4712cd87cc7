/** A page of the portal that people open. */
export interface Page {
  pluginId: string;
  extensionId: string;
  /** Median of its route loads, in seconds. */
  median: number;
}

/** The page that a plugin adds under its own name. */
export function pageOf(pluginId: string, median: number): Page {
  return { pluginId, extensionId: `page:${pluginId}`, median };
}

/** The plugins of the given pages, as an app reports them. */
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
