import { SeenPages } from './SeenPages';

describe('SeenPages', () => {
  const pages = new SeenPages();
  const see = (subject: string, pluginId: string, action = 'navigate') =>
    pages.note({
      action,
      subject,
      context: { pluginId, extensionId: `page:${pluginId}` },
    });

  it('knows what the tracker said of a path, without its query', () => {
    see('/catalog?filters=x#top', 'catalog');
    expect(pages.at('/catalog')).toEqual({
      pluginId: 'catalog',
      extensionId: 'page:catalog',
    });
    expect(pages.at('/docs')).toBeUndefined();
  });

  it('takes views only', () => {
    see('/create', 'scaffolder', 'click');
    expect(pages.at('/create')).toBeUndefined();
  });

  it('counts pages that the portal made itself as those of the app', () => {
    see('/handbook', 'root');
    expect(pages.at('/handbook')).toMatchObject({ pluginId: 'app' });
  });

  it('does not take a redirect from the base path for a page', () => {
    see('/', 'root');
    expect(pages.at('/')).toBeUndefined();
  });

  it('forgets what would become too much', () => {
    Array.from({ length: 1000 }, (_, each) => see(`/docs/${each}`, 'techdocs'));
    expect(pages.at('/docs/1')).toBeUndefined();
    expect(pages.at('/docs/999')).toBeDefined();
  });
});
