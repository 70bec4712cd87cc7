import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
  DatabaseService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';

/** What a stand-in is given; its settings are below `benchmark`. */
interface StandInServices {
  config: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
}

/**
 * A plugin in the place of ours, with its database, that does something once.
 * The backend is ready when that is done.
 */
export function standIn(
  act: (services: StandInServices) => Promise<void>,
): BackendFeature {
  return createBackendPlugin({
    pluginId: 'adoption-metrics',
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          database: coreServices.database,
          logger: coreServices.logger,
        },
        init: act,
      });
    },
  });
}
