export { isBasePlugin, offeredPlugins } from './basePlugins';
export {
  installedPluginsCounter,
  InstalledPluginStore,
} from './InstalledPluginStore';
export { PluginInventoryReporter } from './PluginInventoryReporter';
export type { Inventory } from './PluginInventoryReporter';
