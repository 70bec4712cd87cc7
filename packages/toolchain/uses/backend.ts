import {
  type BackendFeature,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

// What `backend.add` takes.
export const plugin: Promise<{ default: BackendFeature }> = import(
  'backstage-plugin-adoption-metrics-backend'
);

export default createBackendFeatureLoader({
  loader: () => [import('backstage-plugin-adoption-metrics-backend')],
});
