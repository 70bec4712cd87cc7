import { toNewEvent } from './events';

const event = (context: object) =>
  toNewEvent({
    action: 'navigate',
    subject: '/somewhere?q=1',
    context,
  } as never);

describe('toNewEvent', () => {
  it.each([
    ['catalog', 'catalog', 'page:catalog'],
    ['catalog', 'catalog:entity', 'page:catalog/entity'],
    ['techdocs', 'techdocs:reader-page', 'page:techdocs/reader-page'],
    [
      'techdocs',
      'techdocs:catalog-reader-view',
      'page:techdocs/catalog-reader-view',
    ],
    ['api-docs', 'api-docs', 'page:api-docs'],
    ['catalog-graph', 'catalog-graph', 'page:catalog-graph'],
    ['scaffolder', 'catalog', 'page:scaffolder/catalog'],
    ['user-settings', 'user-settings-page', 'page:user-settings/page'],
    ['catalog', 'catalogue', 'page:catalog/catalogue'],
  ])('calls the page of %s with the route %s %s', (pluginId, routeRef, id) => {
    const { context } = event({ pluginId, routeRef, extension: 'App' });
    expect(context).toEqual({ pluginId, extensionId: id });
  });

  it('keeps the extension where no route is known', () => {
    const { context } = event({ pluginId: 'org', extension: 'MyGroups' });
    expect(context).toEqual({ pluginId: 'org', extensionId: 'MyGroups' });
  });

  it.each([undefined, 'unknown'])(
    'calls a page with the route %s by its plugin',
    routeRef => {
      const { context } = event({
        pluginId: 'own',
        extension: 'App',
        routeRef,
      });
      expect(context).toEqual({ pluginId: 'own', extensionId: 'page:own' });
    },
  );

  it('knows no page without a plugin', () => {
    const { context } = event({
      pluginId: 'root',
      routeRef: 'unknown',
      extension: 'App',
    });
    expect(context).toEqual({ pluginId: 'root', extensionId: 'App' });
  });

  it('leaves events of the new frontend system as they are', () => {
    const context = { pluginId: 'catalog', extensionId: 'page:catalog' };
    expect(event(context).context).toEqual(context);
  });
});
