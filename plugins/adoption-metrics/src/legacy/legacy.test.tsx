import { createApp } from '@backstage/app-defaults';
import type { Entity } from '@backstage/catalog-model';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { Sidebar } from '@backstage/core-components';
import {
  analyticsApiRef,
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  getComponentData,
  type AnyApiFactory,
  type BackstagePlugin,
} from '@backstage/core-plugin-api';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Route } from 'react-router-dom';
import { allMet, FixtureApi } from '../__fixtures__';
import newPlugin from '..';
import {
  AdoptionMetricsCollector,
  adoptionMetricsApiRef,
  AdoptionMetricsPage,
  AdoptionMyData,
  AdoptionScorecard,
  AdoptionSidebarItem,
  createAdoptionAnalyticsApiFactory,
  EntityStalenessCard,
  isStalenessAvailable,
} from '.';

jest.setTimeout(120_000);

const homeRouteRef = createRouteRef({ id: 'home' });

/** A page of a plugin that knows nothing of this one. */
function homePage(content: ReactNode) {
  const homePlugin = createPlugin({ id: 'home' });
  const Page = homePlugin.provide(
    createRoutableExtension({
      name: 'HomePage',
      mountPoint: homeRouteRef,
      component: async () => () => <>{content}</>,
    }),
  );
  return <Page />;
}

interface Portal {
  path: string;
  baseUrl?: string;
  apis?: AnyApiFactory[];
  plugins?: BackstagePlugin[];
  /** What the homepage shows. */
  home?: ReactNode;
  /** What stands beside all pages. */
  beside?: ReactNode;
}

/** Opens a portal as `createApp` of the old frontend system makes it. */
function open(portal: Portal) {
  const { path, baseUrl = 'http://localhost', apis = [], plugins } = portal;
  window.history.replaceState({}, '', path);
  const app = createApp({
    plugins,
    apis: [
      createApiFactory(adoptionMetricsApiRef, new FixtureApi(allMet)),
      createApiFactory(catalogApiRef, catalogApiMock()),
      ...apis,
    ],
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Portal', baseUrl },
          backend: { baseUrl },
          permission: { enabled: false },
        },
      },
    ],
  });
  const Root = app.createRoot(
    <AppRouter>
      {portal.beside}
      <FlatRoutes>
        <Route path="/" element={homePage(portal.home)} />
        <Route path="/adoption" element={<AdoptionMetricsPage />} />
      </FlatRoutes>
    </AppRouter>,
  );
  return render(<Root />);
}

describe('in an app of the old frontend system', () => {
  beforeEach(() => {
    // What the app's shell says in jsdom, and what React Router says of itself.
    jest.spyOn(console, 'warn').mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  const titleOf = async (title: string) =>
    screen.findByRole('heading', { level: 1, name: title });

  it('leads from /adoption to the overview, with a tab for each part', async () => {
    open({ path: '/adoption' });
    await titleOf('Adoption');
    expect(await screen.findAllByText('on target')).toHaveLength(4);
    expect(window.location.pathname).toBe('/adoption/overview');
    expect(document.title).toBe('Overview · Adoption');
    const tabs = screen.getAllByRole('tab').map(tab => tab.textContent);
    expect(tabs).toEqual([
      'Overview',
      'Active users',
      'Page load',
      'Uptime',
      'Catalog',
      'Deadline',
      'Decision',
      'Alerts and reports',
      'Settings',
    ]);
  });

  it('opens a tab by its address below a path, and links below it', async () => {
    const baseUrl = 'http://localhost/portal';
    open({ path: '/portal/adoption/settings', baseUrl });
    await screen.findByRole('heading', { name: 'Definitions' });
    expect(document.title).toBe('Settings · Adoption');
    expect(screen.getByRole('tab', { name: 'Uptime' })).toHaveAttribute(
      'href',
      '/portal/adoption/uptime',
    );
    // Each tab is loaded at its first visit.
    await userEvent.click(
      screen.getByRole('tab', { name: 'Alerts and reports' }),
    );
    await waitFor(() =>
      expect(document.title).toBe('Alerts and reports · Adoption'),
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Overview' }));
    expect(await screen.findAllByText('on target')).toHaveLength(4);
    expect(window.location.pathname).toBe('/portal/adoption/overview');
    expect(document.title).toBe('Overview · Adoption');
  });

  it('says that there is no such tab', async () => {
    // The app's own page uses what React warns of.
    jest.spyOn(console, 'error').mockImplementation();
    open({ path: '/adoption/nothing' });
    expect(await screen.findByText(/PAGE NOT FOUND/)).toBeVisible();
  });

  it('shows the scorecard on the homepage, with links to the tabs', async () => {
    open({ path: '/', home: <AdoptionScorecard /> });
    await screen.findByRole('heading', { name: 'Adoption scorecard' });
    const link = await screen.findByRole('link', { name: /Active users/ });
    expect(link).toHaveAttribute('href', '/adoption/active-users');
    await userEvent.click(link);
    await titleOf('Adoption');
    expect(window.location.pathname).toBe('/adoption/active-users');
  });

  it('offers the scorecard to the grid as the new system does', () => {
    const widget = <AdoptionScorecard />;
    expect(getComponentData(widget, 'core.extensionName')).toBe(
      'AdoptionScorecard',
    );
    expect(getComponentData(widget, 'title')).toBe('Adoption scorecard');
    expect(getComponentData(widget, 'home.widget.config')).toMatchObject({
      layout: {
        width: { minColumns: 4, defaultColumns: 12 },
        height: { minRows: 5, defaultRows: 8 },
      },
    });
  });

  it('says on the page of an entity whether it is stale', async () => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'payments', namespace: 'default' },
    };
    const card = (
      <EntityProvider entity={entity}>
        <EntityStalenessCard />
      </EntityProvider>
    );
    open({ path: '/', home: card });
    expect(
      await screen.findByRole('heading', { name: 'Staleness' }),
    ).toBeVisible();
    expect(isStalenessAvailable(entity)).toBe(true);
    expect(isStalenessAvailable({ ...entity, kind: 'User' })).toBe(false);
  });

  it('says what is stored about oneself, among the settings', async () => {
    open({ path: '/', home: <AdoptionMyData /> });
    expect(
      await screen.findByRole('switch', {
        name: 'Include me in usage metrics',
      }),
    ).toBeVisible();
  });

  it('leads to the page from the sidebar', async () => {
    const sidebar = (
      <Sidebar>
        <AdoptionSidebarItem />
      </Sidebar>
    );
    open({ path: '/', beside: sidebar });
    await userEvent.click(
      await screen.findByRole('link', { name: 'Adoption' }),
    );
    await titleOf('Adoption');
    expect(window.location.pathname).toBe('/adoption/overview');
  });

  describe('collecting', () => {
    const heard: unknown[] = [];
    const ownAnalytics = createApiFactory({
      api: analyticsApiRef,
      deps: {},
      factory: () => ({ captureEvent: event => heard.push(event) }),
    });

    it('leaves the analytics of the portal what they had', async () => {
      open({
        path: '/adoption/settings',
        apis: [createAdoptionAnalyticsApiFactory(ownAnalytics)],
        beside: <AdoptionMetricsCollector />,
      });
      await screen.findByRole('heading', { name: 'Definitions' });
      expect(heard).toContainEqual(
        expect.objectContaining({
          action: 'navigate',
          subject: '/adoption/settings',
        }),
      );
      // eslint-disable-next-line no-console
      expect(console.warn).not.toHaveBeenCalledWith(
        expect.stringContaining('nobody is counted'),
      );
    });

    it('says so where nobody would be counted', async () => {
      open({ path: '/', beside: <AdoptionMetricsCollector />, home: 'Home' });
      await screen.findByText('Home');
      // eslint-disable-next-line no-console
      expect(console.warn).toHaveBeenCalledWith(
        expect.stringContaining('createAdoptionAnalyticsApiFactory()'),
      );
    });

    it('takes the factory of no other API', () => {
      const other = createApiFactory(
        adoptionMetricsApiRef,
        new FixtureApi(allMet),
      );
      expect(() => createAdoptionAnalyticsApiFactory(other as never)).toThrow(
        "takes the factory of 'core.analytics', not that of",
      );
    });
  });

  it('starts with the plugin of the new system, and says what to do', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation();
    window.history.replaceState({}, '', '/');
    const app = createApp({
      plugins: [newPlugin as unknown as BackstagePlugin],
      configLoader: async () => [
        { context: 'test', data: { app: { baseUrl: 'http://localhost' } } },
      ],
    });
    const Root = app.createRoot(
      <AppRouter>
        <FlatRoutes>
          <Route path="/" element={homePage('Home')} />
        </FlatRoutes>
      </AppRouter>,
    );
    render(<Root />);
    expect(await screen.findByText('Home')).toBeVisible();
    expect(error).toHaveBeenCalledWith(
      expect.stringContaining("'backstage-plugin-adoption-metrics/legacy'"),
    );
  });
});
