import {
  convertLegacyAppOptions,
  convertLegacyAppRoot,
} from '@backstage/core-compat-api';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { Sidebar, SidebarPage, UserIdentity } from '@backstage/core-components';
import { createApp } from '@backstage/frontend-defaults';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  type SignInPageProps,
} from '@backstage/core-plugin-api';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, type ReactNode } from 'react';
import { Route } from 'react-router-dom';
import { allMet, FixtureApi } from '../__fixtures__';
import { adoptionMetricsApiRef } from '../api';
import newPlugin from '..';
import { AdoptionScorecard, AdoptionSidebarItem } from '.';

jest.setTimeout(120_000);

const homePlugin = createPlugin({ id: 'home' });
const HomePage = homePlugin.provide(
  createRoutableExtension({
    name: 'HomePage',
    mountPoint: createRouteRef({ id: 'home' }),
    component: async () => () => <AdoptionScorecard />,
  }),
);

function Root(props: { children?: ReactNode }) {
  return (
    <SidebarPage>
      <Sidebar>
        <AdoptionSidebarItem />
      </Sidebar>
      {props.children}
    </SidebarPage>
  );
}

const oldApp = (
  <AppRouter>
    <Root>
      <FlatRoutes>
        <Route path="/" element={<HomePage />}>
          <AdoptionScorecard />
        </Route>
      </FlatRoutes>
    </Root>
  </AppRouter>
);

const portal = {
  app: { title: 'Portal', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost' },
};

const withoutBackend = newPlugin.withOverrides({
  extensions: [
    ApiBlueprint.make({
      name: 'client',
      params: define =>
        define({
          api: adoptionMetricsApiRef,
          deps: {},
          factory: () => new FixtureApi(allMet),
        }),
    }),
  ],
});

function SignInAtOnce({ onSignInSuccess }: SignInPageProps) {
  useEffect(
    () => onSignInSuccess(UserIdentity.createGuest()),
    [onSignInSuccess],
  );
  return null;
}

describe('in a hybrid app', () => {
  afterEach(() => jest.restoreAllMocks());

  it('leads from what is old to the page of the new plugin', async () => {
    jest.spyOn(console, 'warn').mockImplementation();
    jest.spyOn(console, 'error').mockImplementation();
    const app = createApp({
      features: [
        convertLegacyAppOptions({
          components: { SignInPage: SignInAtOnce },
        }),
        ...convertLegacyAppRoot(oldApp),
        // The last of a name: the old components have brought another.
        withoutBackend,
      ],
      advanced: {
        configLoader: async () => ({
          config: mockApis.config({ data: portal }),
        }),
      },
    });
    render(app.createRoot());

    expect(
      await screen.findAllByText('on target', {}, { timeout: 40_000 }),
    ).toHaveLength(4);
    expect(screen.getByRole('link', { name: /Active users/ })).toHaveAttribute(
      'href',
      '/adoption/active-users',
    );
    await userEvent.click(
      await screen.findByRole('link', { name: 'Adoption' }),
    );
    await screen.findByRole('tab', { name: 'Overview' });
    expect(window.location.pathname).toBe('/adoption/overview');
  });
});
