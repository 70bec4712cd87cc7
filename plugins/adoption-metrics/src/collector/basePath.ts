import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** The base path of the app, without a trailing slash. */
export function readBasePath(config: ConfigApi, visited: string): string {
  const baseUrl = config.getOptionalString('app.baseUrl') ?? '/';
  return new URL(baseUrl, visited).pathname.replace(/\/+$/, '');
}

/** The path within the app; `/` for the base path. */
export function toAppPath(pathname: string, basePath: string): string {
  const isInside = pathname.startsWith(`${basePath}/`);
  return isInside ? pathname.slice(basePath.length) : '/';
}
