import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { PluginAtWork } from './PluginAtWork';

/** Closes the last days again. The backend is ready when that is done. */
export default createBackendPlugin({
  pluginId: 'adoption-metrics',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
      },
      async init({ config, database }) {
        const plugin = await PluginAtWork.open({ config, database });
        const now = Date.now();
        plugin.setClock(now);
        const first =
          plugin.zone.dayOf(now) - config.getNumber('benchmark.closeDays');
        await plugin.markDirty([first]);
        await plugin.closeDays();
      },
    });
  },
});
