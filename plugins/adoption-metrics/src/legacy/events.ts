import type { AnalyticsEvent as OldEvent } from '@backstage/core-plugin-api';
import type { AnalyticsEvent as NewEvent } from '@backstage/frontend-plugin-api';

/** What the tracker says where it knows of no plugin. */
export const NO_PLUGIN = 'root';

/**
 * The event as an app of the new frontend system would report it. Pages are
 * called as there, so that a portal that moves on keeps its history: the page
 * `catalog:entity` of the plugin `catalog` is `page:catalog/entity`.
 */
export function toNewEvent(event: OldEvent | NewEvent): NewEvent {
  const { pluginId, ...context } = event.context;
  return {
    ...event,
    context: { pluginId, extensionId: toExtensionId(pluginId, context) },
  } as NewEvent;
}

function toExtensionId(
  pluginId: string,
  { extension, extensionId, routeRef }: Record<string, unknown>,
): string {
  if (typeof extensionId === 'string') {
    return extensionId;
  }
  if (pluginId !== NO_PLUGIN && isKnown(routeRef)) {
    return pageOf(pluginId, routeRef);
  }
  // A route reference of the new frontend system has no name.
  const isPage = extension === 'App' && pluginId !== NO_PLUGIN;
  return isPage ? `page:${pluginId}` : String(extension ?? 'App');
}

function isKnown(routeRef: unknown): routeRef is string {
  return typeof routeRef === 'string' && routeRef !== 'unknown';
}

function pageOf(pluginId: string, routeRef: string): string {
  const [own, rest] = [
    routeRef.slice(0, pluginId.length),
    routeRef.slice(pluginId.length),
  ];
  if (own === pluginId && /^(?:[:./-]|$)/.test(rest)) {
    return rest.length > 1
      ? `page:${pluginId}/${rest.slice(1)}`
      : `page:${pluginId}`;
  }
  return `page:${pluginId}/${routeRef}`;
}
