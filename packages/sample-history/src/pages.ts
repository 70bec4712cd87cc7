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

export const HOME = pageOf('home', 1.5);
export const CATALOG = pageOf('catalog', 2.2);
export const ENTITY: Page = {
  pluginId: 'catalog',
  extensionId: 'page:catalog/entity',
  median: 2.9,
};
export const SEARCH = pageOf('search', 1.9);
export const API_DOCS = pageOf('api-docs', 2.4);
export const NOTIFICATIONS = pageOf('notifications', 1.6);
