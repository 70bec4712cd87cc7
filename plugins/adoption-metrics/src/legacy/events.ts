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
  if (pluginId === NO_PLUGIN || typeof routeRef !== 'string') {
    return String(extension ?? 'App');
  }
  const isOwn = /^(?:[:./-]|$)/.test(routeRef.slice(pluginId.length));
  const name =
    routeRef.startsWith(pluginId) && isOwn
      ? routeRef.slice(pluginId.length + 1)
      : routeRef;
  return name === '' ? `page:${pluginId}` : `page:${pluginId}/${name}`;
}
