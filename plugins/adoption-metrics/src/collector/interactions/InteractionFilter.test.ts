import type { AnalyticsEvent } from '@backstage/frontend-plugin-api';
import { InteractionFilter, Surroundings } from './InteractionFilter';

const NOW = Date.parse('2026-03-02T09:00:00.000Z');

function setUp(changes: Partial<Surroundings> = {}) {
  const surroundings: Surroundings = {
    now: () => NOW,
    isHidden: () => false,
    inputs: () => 0,
    sinceInput: () => Infinity,
    openedAtHome: false,
    pageAt: () => undefined,
    ...changes,
  };
  return new InteractionFilter(surroundings);
}

// Each look finds that the person did something more.
let inputs = 0;
const attended = {
  inputs: () => {
    inputs += 1;
    return inputs;
  },
  sinceInput: () => 1_000,
};

function event(
  action: string,
  subject: string,
  context: AnalyticsEvent['context'] = {
    pluginId: 'catalog',
    extensionId: 'page:catalog',
  },
): AnalyticsEvent {
  return { action, subject, context };
}

const home = { pluginId: 'home', extensionId: 'page:home' };
const catalogView = {
  type: 'interaction',
  at: '2026-03-02T09:00:00.000Z',
  action: 'navigate',
  pluginId: 'catalog',
  extensionId: 'page:catalog',
};

describe('InteractionFilter', () => {
  it('keeps action and ids and nothing else', () => {
    const filter = setUp(attended);
    expect(
      filter.accept({
        ...event('click', 'Salaries of ada'),
        value: 3,
        attributes: { to: '/catalog/default/user/ada?q=secret' },
      }),
    ).toEqual({ ...catalogView, action: 'click' });
  });

  it('says that a search found nothing, and not what was sought', () => {
    const filter = setUp(attended);
    const search = (value?: number) =>
      filter.accept({ ...event('search', 'salaries of ada'), value });
    expect(search(0)).toEqual({
      ...catalogView,
      action: 'search',
      foundNothing: true,
    });
    expect(search(3)).toEqual({ ...catalogView, action: 'search' });
    expect(search()).toEqual({ ...catalogView, action: 'search' });
    const click = filter.accept({ ...event('click', 'x'), value: 0 });
    expect(click).toEqual({ ...catalogView, action: 'click' });
  });

  it('counts a path once, whatever its query and fragment', () => {
    const filter = setUp(attended);
    expect(filter.accept(event('navigate', '/catalog'))).toEqual(catalogView);
    expect(filter.accept(event('navigate', '/catalog?kind=api'))).toBe(
      undefined,
    );
    expect(filter.accept(event('navigate', '/catalog#top'))).toBe(undefined);
    expect(filter.accept(event('navigate', '/catalog/a'))).toEqual(catalogView);
    expect(filter.accept(event('navigate', '/catalog'))).toEqual(catalogView);
  });

  it('counts the first view of a page other than home by itself', () => {
    expect(setUp().accept(event('navigate', '/catalog'))).toEqual(catalogView);
  });

  it.each([
    ['the home plugin', {}, home],
    ['the base path', { openedAtHome: true }, undefined],
  ])('lets the first view of %s wait for an input', (_, changes, context) => {
    const filter = setUp(changes);
    expect(filter.accept(event('navigate', '/', context))).toBe(undefined);
    expect(filter.onInput()).toMatchObject({ action: 'navigate' });
    expect(filter.onInput()).toBe(undefined);
  });

  it('counts a start page that redirects only with an input', () => {
    const filter = setUp({ openedAtHome: true });
    expect(filter.accept(event('navigate', '/', home))).toBe(undefined);
    expect(filter.accept(event('navigate', '/catalog'))).toBe(undefined);
    expect(filter.onInput()).toEqual(catalogView);
  });

  it('lets the first view of a hidden tab wait for an input', () => {
    const filter = setUp({ isHidden: () => true });
    expect(filter.accept(event('navigate', '/catalog'))).toBe(undefined);
    expect(filter.onInput()).toEqual(catalogView);
  });

  it('counts the home page where the person did something since the sign-in', () => {
    const filter = setUp({ ...attended, openedAtHome: true });
    expect(filter.accept(event('navigate', '/', home))).toMatchObject({
      pluginId: 'home',
    });
  });

  it('ignores views that no person caused, except the first', () => {
    const filter = setUp();
    filter.accept(event('navigate', '/catalog'));
    expect(filter.accept(event('navigate', '/docs'))).toBe(undefined);
    expect(filter.onInput()).toBe(undefined);
  });

  it('counts an action until half a minute after an input', () => {
    let sinceInput = 30_000;
    const filter = setUp({ sinceInput: () => sinceInput });
    expect(filter.accept(event('search', 'term'))).toBeDefined();
    sinceInput = 30_001;
    expect(filter.accept(event('search', 'term'))).toBe(undefined);
  });

  it('ignores what happens while the document is hidden', () => {
    const filter = setUp({ ...attended, isHidden: () => true });
    expect(filter.accept(event('click', 'a'))).toBe(undefined);
    filter.accept(event('navigate', '/a'));
    expect(filter.accept(event('navigate', '/b'))).toBe(undefined);
  });

  it.each(['signIn', 'not-found'])('ignores %s', action => {
    expect(setUp(attended).accept(event(action, 'x'))).toBe(undefined);
  });

  it.each([
    ['the sign-in page', { pluginId: 'app', extensionId: 'app/root' }],
    ['the app', { pluginId: 'root', extensionId: 'App' }],
  ])('takes the view of a page, not that of %s before it', (_, context) => {
    const filter = setUp(attended);
    expect(filter.accept(event('navigate', '/catalog', context))).toBe(
      undefined,
    );
    expect(filter.accept(event('navigate', '/catalog'))).toEqual(catalogView);
  });

  it('finds the page that the tracker does not know', () => {
    const pageAt = jest.fn(() => ({
      pluginId: 'own',
      extensionId: 'page:own',
    }));
    const root = { pluginId: 'app', extensionId: 'app/root' };
    const filter = setUp({ ...attended, pageAt });
    expect(filter.accept(event('navigate', '/own?q=1', root))).toEqual({
      ...catalogView,
      pluginId: 'own',
      extensionId: 'page:own',
    });
    expect(pageAt).toHaveBeenCalledWith('/own');
  });

  it('does not count who looks at the metrics themselves', () => {
    const filter = setUp(attended);
    const context = {
      pluginId: 'adoption-metrics',
      extensionId: 'page:adoption-metrics',
    };
    expect(filter.accept(event('navigate', '/adoption', context))).toBe(
      undefined,
    );
    expect(filter.accept(event('click', 'Details', context))).toBe(undefined);
    expect(filter.onInput()).toBe(undefined);
    expect(filter.accept(event('navigate', '/catalog'))).toBeDefined();
  });

  it('counts a page once that redirects to its first tab', () => {
    const filter = setUp({ inputs: () => 1, sinceInput: () => 100 });
    expect(filter.accept(event('navigate', '/adoption'))).toBeDefined();
    expect(filter.accept(event('navigate', '/adoption/overview'))).toBe(
      undefined,
    );
  });

  it('leaves out an extension that the tracker does not know', () => {
    const context = { pluginId: 'catalog', extensionId: 'App' };
    expect(setUp(attended).accept(event('click', 'a', context))).toHaveProperty(
      'extensionId',
      undefined,
    );
  });

  it('never passes on free text in place of an id', () => {
    const context = {
      pluginId: 'Report for ada@example.com',
      extensionId: 'https://example.com/?q=1',
    };
    expect(
      setUp(attended).accept(event('Opened the report', 'a', context)),
    ).toEqual({
      ...catalogView,
      action: 'other',
      pluginId: 'unknown',
      extensionId: undefined,
    });
  });
});
