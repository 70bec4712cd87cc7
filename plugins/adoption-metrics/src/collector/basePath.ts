import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** The path below which the app lives, without slash at the end. */
export function readBasePath(config: ConfigApi, visited: string): string {
  const baseUrl = config.getOptionalString('app.baseUrl') ?? '/';
  return new URL(baseUrl, visited).pathname.replace(/\/+$/, '');
}

/** The path inside the app; `/` at its base. */
export function toAppPath(pathname: string, basePath: string): string {
  const isInside = pathname.startsWith(`${basePath}/`);
  return isInside ? pathname.slice(basePath.length) : '/';
}
