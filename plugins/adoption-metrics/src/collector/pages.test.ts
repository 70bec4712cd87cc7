import { AppTreeApi, coreExtensionData } from '@backstage/frontend-plugin-api';
import { toAppPath } from './basePath';
import { pageAt, routeIdOf } from './pages';

function node(id: string, path: string, hasRouteRef = true) {
  const data = new Map<unknown, unknown>([
    [coreExtensionData.routePath.id, path],
    [coreExtensionData.routeRef.id, hasRouteRef ? {} : undefined],
  ]);
  return {
    spec: { id, plugin: { pluginId: 'catalog' } },
    instance: { getData: (ref: { id: string }) => data.get(ref.id) },
  };
}

const treeOf = (...nodes: unknown[]) =>
  ({ getNodesByRoutePath: () => ({ nodes }) } as unknown as AppTreeApi);

describe('routeIdOf', () => {
  const routeIdAt = (tree: AppTreeApi, path: string) =>
    routeIdOf(pageAt(tree, path));
  const home = node('page:home', '/');

  it('is the innermost extension with a route reference', () => {
    const entity = node('page:catalog/entity', '/catalog/:kind');
    const overview = node('entity-content:catalog/overview', '/');
    const tree = treeOf(entity, node('entity-content:docs', '/docs'));
    expect(routeIdAt(tree, '/catalog/api/docs')).toBe('entity-content:docs');
    expect(routeIdAt(treeOf(entity, overview), '/catalog/api')).toBe(
      'page:catalog/entity',
    );
  });

  it('is the page where nothing has a route reference', () => {
    const page = node('page:own', '/own', false);
    expect(routeIdAt(treeOf(page), '/own')).toBe('page:own');
  });

  it('is the home page at the base path only', () => {
    expect(routeIdAt(treeOf(home), '/')).toBe('page:home');
    expect(routeIdAt(treeOf(home), '/nowhere')).toBe('unknown');
  });

  it('is unknown where the app cannot say', () => {
    expect(routeIdAt(treeOf(), '/nowhere')).toBe('unknown');
    const failing = {
      getNodesByRoutePath() {
        throw new Error('not initialized');
      },
    } as unknown as AppTreeApi;
    expect(routeIdAt(failing, '/')).toBe('unknown');
  });
});

describe('pageAt', () => {
  it('names the plugin beside the extension', () => {
    const page = node('page:catalog', '/catalog');
    expect(pageAt(treeOf(page), '/catalog')).toEqual({
      pluginId: 'catalog',
      extensionId: 'page:catalog',
    });
    expect(pageAt(treeOf(), '/catalog')).toBe(undefined);
  });
});

describe('toAppPath', () => {
  it.each([
    ['/', '', '/'],
    ['/catalog', '', '/catalog'],
    ['/portal', '/portal', '/'],
    ['/portal/', '/portal', '/'],
    ['/portal/catalog', '/portal', '/catalog'],
  ])('reads %s below "%s" as %s', (pathname, basePath, expected) => {
    expect(toAppPath(pathname, basePath)).toBe(expected);
  });
});
