import type { ConfigApi } from '@backstage/frontend-plugin-api';

type Extension = string | Record<string, unknown>;

/**
 * Where the app has the page: pages beside it move with it, unless they are
 * given a path of their own.
 */
export function pagePath(config: ConfigApi | undefined): string {
  const extensions = config?.getOptional<Extension[]>('app.extensions') ?? [];
  const path = extensions.map(configuredPath).findLast(Boolean);
  return path?.replace(/\/+$/, '') ?? '/adoption';
}

function configuredPath(extension: Extension): string | undefined {
  const entry =
    typeof extension === 'string'
      ? undefined
      : (extension['page:adoption-metrics'] as
          | { config?: { path?: string } }
          | undefined);
  return entry?.config?.path;
}
