import {
  ActionKind,
  InteractionEvent,
} from 'backstage-plugin-adoption-metrics-common';

/**
 * Pages of the documentation of an entity: of its own, and the tab of the entity,
 * by the ids of the extensions of TechDocs in apps of the new frontend system, and
 * of its routes in apps of the old one. What one page of it links to is another
 * navigation there.
 */
const READERS: ReadonlySet<string> = new Set([
  'page:techdocs/reader',
  'page:techdocs/reader-page',
  'page:techdocs/catalog-reader-view',
  'entity-content:techdocs',
]);

/** The kinds of action that an interaction is; mostly none. */
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
