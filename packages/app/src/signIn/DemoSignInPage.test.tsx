import { IdentityApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DemoSignInPage } from './DemoSignInPage';

const config = {
  app: { title: 'Acme Developer Portal', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost:7007' },
  demo: {
    people: [
      {
        userEntityRef: 'user:default/ada.okafor',
        name: 'Ada Okafor',
        team: 'Checkout',
        role: 'Engineering manager',
      },
      {
        userEntityRef: 'user:default/mei.tanaka',
        name: 'Mei Tanaka',
        team: 'Search',
        role: 'Software engineer',
      },
    ],
  },
};

const session = {
  profile: { displayName: 'Mei Tanaka' },
  backstageIdentity: {
    token: `header.${window.btoa('{"exp":9999999999}')}.signature`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/mei.tanaka',
      ownershipEntityRefs: ['user:default/mei.tanaka'],
    },
  },
};

function answer(status: number, body: unknown) {
  return Promise.resolve({
    ok: status < 400,
    status,
    statusText: 'Not Found',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as Response);
}

function visitPortal() {
  const signedIn = jest.fn<void, [IdentityApi]>();
  const page = renderInTestApp(<DemoSignInPage onSignInSuccess={signedIn} />, {
    config,
  });
  return { page, signedIn };
}

async function choose(name: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

describe('DemoSignInPage', () => {
  const realFetch = global.fetch;
  const backend = jest.fn<Promise<Response>, [string, RequestInit]>();

  beforeEach(() => {
    global.fetch = backend as typeof fetch;
    backend.mockReset().mockImplementation(() => answer(200, session));
    window.localStorage.clear();
  });

  afterAll(() => {
    global.fetch = realFetch;
  });

  it('offers the people with their role and team', async () => {
    visitPortal();

    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Acme Developer Portal',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      expect.stringMatching(/Ada Okafor Engineering manager Checkout$/),
      expect.stringMatching(/Mei Tanaka Software engineer Search$/),
    ]);
    expect(backend).not.toHaveBeenCalled();
  });

  it('signs in whom one chooses', async () => {
    const { signedIn } = visitPortal();

    await choose(/Mei Tanaka/);

    await waitFor(() => expect(signedIn).toHaveBeenCalledTimes(1));
    expect(await signedIn.mock.calls[0][0].getProfileInfo()).toEqual({
      displayName: 'Mei Tanaka',
    });
    const [url, request] = backend.mock.calls[0];
    expect(url).toMatch(/\/api\/auth\/demo\/refresh$/);
    expect(new Headers(request.headers).get('x-demo-person')).toBe(
      'user:default/mei.tanaka',
    );
  });

  it('signs in the same person again until they sign out', async () => {
    const first = visitPortal();
    await choose(/Mei Tanaka/);
    await waitFor(() => expect(first.signedIn).toHaveBeenCalled());
    first.page.unmount();

    const second = visitPortal();
    await waitFor(() => expect(second.signedIn).toHaveBeenCalled());
    await second.signedIn.mock.calls[0][0].signOut();
    second.page.unmount();

    const third = visitPortal();
    expect(
      await screen.findByRole('button', { name: /Ada Okafor/ }),
    ).toBeInTheDocument();
    expect(third.signedIn).not.toHaveBeenCalled();
  });

  it('says why signing in did not work and lets one try again', async () => {
    backend.mockImplementationOnce(() => answer(404, {}));
    const { signedIn } = visitPortal();

    await choose(/Mei Tanaka/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Signing in did not work: Request failed with 404 Not Found',
    );
    expect(signedIn).not.toHaveBeenCalled();

    await choose(/Mei Tanaka/);
    await waitFor(() => expect(signedIn).toHaveBeenCalledTimes(1));
  });
});
