import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/** The part of Backstage's instance metadata service that we use. */
export interface InstanceMetadata {
  /** Not available in older releases of Backstage. */
  getInstalledPlugins?(): PromiseLike<ReadonlyArray<{ pluginId: string }>>;
}

const nothingKnown: InstanceMetadata = {};

/**
 * Plugins installed in this backend. Services are matched by id, so this
 * resolves to Backstage's own service where it exists, and to an empty one
 * otherwise.
 */
export const instanceMetadataIfAnyServiceRef =
  createServiceRef<InstanceMetadata>({
    id: coreServices.rootInstanceMetadata?.id ?? 'core.rootInstanceMetadata',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({ service, deps: {}, factory: () => nothingKnown }),
  });

/** Ids of this backend's plugins; undefined if Backstage does not tell. */
export async function readBackendPlugins(
  metadata: InstanceMetadata,
): Promise<string[] | undefined> {
  const plugins = await metadata.getInstalledPlugins?.();
  return plugins?.map(({ pluginId }) => pluginId);
}
