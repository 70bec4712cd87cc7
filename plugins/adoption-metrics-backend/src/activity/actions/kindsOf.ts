import {
  ActionKind,
  InteractionEvent,
} from 'backstage-plugin-adoption-metrics-common';

/**
 * TechDocs pages, including the tab on entity pages: extension ids in the new
 * frontend system, and routes in the old one. Following a link within the
 * documentation is a separate navigation.
 */
const READERS: ReadonlySet<string> = new Set([
  'page:techdocs/reader',
  'page:techdocs/reader-page',
  'page:techdocs/catalog-reader-view',
  'entity-content:techdocs',
]);

/** The kinds of action that an interaction counts as, usually none. */
export function kindsOf({
  action,
  pluginId,
  extensionId,
  foundNothing,
}: InteractionEvent): ActionKind[] {
  switch (action) {
    case 'create':
      return pluginId === 'scaffolder' ? ['template-run'] : [];
    case 'navigate':
      return extensionId !== undefined && READERS.has(extensionId)
        ? ['document-read']
        : [];
    case 'search':
      return foundNothing ? ['search', 'search-without-result'] : ['search'];
    default:
      return [];
  }
}
