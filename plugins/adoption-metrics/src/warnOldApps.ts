const ADVICE =
  "Adoption metrics: this app uses Backstage's old frontend system, where the plugin imported from 'backstage-plugin-adoption-metrics' shows and counts nothing. Take it out of createApp, and use the components of 'backstage-plugin-adoption-metrics/legacy', as docs/old-frontend-system.md says.";

/**
 * Gives the plugin what an app of the old frontend system asks of its plugins.
 * Handed to one by mistake, it would keep the app from starting, with a
 * message about a function that is missing; now the app starts, and the
 * browser's console says what to do.
 */
export function warnOldApps(plugin: { pluginId: string }): void {
  const asked = {
    getId: () => plugin.pluginId,
    getApis: () => {
      // eslint-disable-next-line no-console
      console.error(ADVICE);
      return [];
    },
    getFeatureFlags: () => [],
  };
  for (const [name, value] of Object.entries(asked)) {
    Object.defineProperty(plugin, name, { value });
  }
}
