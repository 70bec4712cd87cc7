import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createApiRef,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import { adoptionMetricsApiRef, type AdoptionMetricsApi } from '../api';
import plugin from '..';

interface PermissionApi {
  authorize(request: {
    permission: { name: string; attributes: { action?: string } };
  }): Promise<{ result: 'ALLOW' | 'DENY' }>;
}

/** The app's own, by its id: its package is none of ours. */
const permissionApiRef = createApiRef<PermissionApi>().with({
  id: 'plugin.permission.api',
  pluginId: 'app',
});

function permissionExtension(authorize: PermissionApi['authorize']) {
  return ApiBlueprint.make({
    name: 'permission',
    params: define =>
      define({
        api: permissionApiRef,
        deps: {},
        factory: () => ({ authorize }),
      }),
  });
}

/**
 * Renders a whole app with the plugin at a path of it.
 *
 * @param allows - the portal's policy; nobody is refused unless given
 * @param language - of the reader, in a portal that offers English and it
 * @param extensions - how the portal configures extensions, ours and others
 */
export function openApp(
  path: string,
  api: AdoptionMetricsApi,
  allows: (permission: string, action?: string) => boolean = () => true,
  language = 'en',
  extensions: Array<Record<string, { config: { path: string } }>> = [],
) {
  window.history.replaceState({}, '', path);
  const config = mockApis.config({
    data: {
      app: {
        title: 'Portal',
        baseUrl: window.location.origin,
        extensions: [
          { 'sign-in-page:app': false },
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: [...new Set(['en', language])],
              },
            },
          },
          ...extensions,
        ],
      },
      backend: { baseUrl: window.location.origin },
    },
  });
  const client = ApiBlueprint.make({
    name: 'client',
    params: define =>
      define({ api: adoptionMetricsApiRef, deps: {}, factory: () => api }),
  });
  const permission = permissionExtension(
    async ({ permission: { name, attributes } }) => ({
      result: allows(name, attributes.action) ? 'ALLOW' : 'DENY',
    }),
  );
  const app = createApp({
    advanced: { configLoader: async () => ({ config }) },
    features: [
      plugin.withOverrides({ extensions: [client] }),
      createFrontendModule({ pluginId: 'app', extensions: [permission] }),
    ],
  });
  return render(app.createRoot());
}
