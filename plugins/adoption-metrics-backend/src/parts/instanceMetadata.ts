import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/** What we use of what Backstage knows of this backend. */
export interface InstanceMetadata {
  /** Undefined where the release of Backstage does not tell. */
  getInstalledPlugins?(): PromiseLike<ReadonlyArray<{ pluginId: string }>>;
}

const nothingKnown: InstanceMetadata = {};

/**
 * What is installed in this backend. Services are found by their id, so that this
 * is the real one where the release has it, and nothing where it has not.
 */
export const instanceMetadataIfAnyServiceRef =
  createServiceRef<InstanceMetadata>({
    id: coreServices.rootInstanceMetadata?.id ?? 'core.rootInstanceMetadata',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({ service, deps: {}, factory: () => nothingKnown }),
  });

/**
 * Ids of the plugins of this backend; undefined if it cannot tell.
 */
export async function readBackendPlugins(
  metadata: InstanceMetadata,
): Promise<string[] | undefined> {
  const plugins = await metadata.getInstalledPlugins?.();
  return plugins?.map(({ pluginId }) => pluginId);
}
