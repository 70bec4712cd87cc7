import { mockApis } from '@backstage/frontend-test-utils';
import { createCollector } from './createCollector';

const fail = () => {
  throw new Error('Broken on purpose');
};
const view = {
  action: 'navigate',
  subject: '/catalog',
  context: { pluginId: 'catalog', extensionId: 'page:catalog' },
};
const apis = () => ({
  configApi: mockApis.config({
    data: { app: { baseUrl: window.location.origin } },
  }),
  identityApi: mockApis.identity(),
  fetchApi: mockApis.fetch(),
  pageAt: () => undefined,
  installedPlugins: () => [],
});

describe('A fault of the collector', () => {
  const faults: unknown[] = [];
  const note = (fault: unknown) => faults.push(fault);

  beforeEach(() => {
    jest.useFakeTimers();
    window.history.replaceState({}, '', '/catalog');
    faults.length = 0;
    window.addEventListener('error', note);
    process.on('unhandledRejection', note);
  });

  afterEach(() => {
    window.removeEventListener('error', note);
    process.off('unhandledRejection', note);
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  async function live(changes: object) {
    const collector = createCollector({ ...apis(), ...changes }, window);
    collector.measurePageLoads();
    await jest.advanceTimersByTimeAsync(3_000);
    collector.captureEvent(view);
    collector.setOptedOut(false);
    window.history.pushState({}, '', '/docs');
    window.dispatchEvent(new PopStateEvent('popstate'));
    document.body.append('content');
    await jest.advanceTimersByTimeAsync(70_000);
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pagehide'));
    await jest.advanceTimersByTimeAsync(10_000);
  }

  it.each([
    ['no fault', {}],
    ['a fetch that throws', { fetchApi: { fetch: fail } }],
    ['a fetch that rejects', { fetchApi: { fetch: async () => fail() } }],
    [
      'an identity that throws',
      { identityApi: { getBackstageIdentity: fail, getCredentials: fail } },
    ],
    [
      'an identity that rejects',
      {
        identityApi: {
          getBackstageIdentity: async () => fail(),
          getCredentials: async () => fail(),
        },
      },
    ],
    [
      'credentials that throw',
      {
        identityApi: {
          getBackstageIdentity: async () => ({ userEntityRef: 'user:a/b' }),
          getCredentials: fail,
        },
      },
    ],
    ['a search for pages that throws', { pageAt: fail }],
  ])('never reaches the page: %s', async (_, changes) => {
    jest.spyOn(console, 'error').mockImplementation();
    await live(changes);
    expect(faults).toEqual([]);
  });

  it('never reaches the page: storage that throws', async () => {
    for (const method of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
      jest.spyOn(Storage.prototype, method).mockImplementation(fail);
    }
    await live({});
    expect(faults).toEqual([]);
  });

  it('never reaches the page: a clock that throws', async () => {
    jest.spyOn(Date.prototype, 'toISOString').mockImplementation(fail);
    await live({});
    expect(faults).toEqual([]);
  });
});
