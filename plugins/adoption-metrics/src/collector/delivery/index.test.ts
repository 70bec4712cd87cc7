import { mockApis } from '@backstage/frontend-test-utils';
import { answer, view } from '../__fixtures__/browser';
import { createDelivery } from '.';
import { openHoldings } from './holdings';

describe('createDelivery', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  async function deliver() {
    const fetch = jest.fn(async (_: string, __: RequestInit) => answer(200));
    const delivery = createDelivery({
      page: window,
      holdings: openHoldings(window, mockApis.identity()),
      fetchApi: { fetch } as never,
    });
    await jest.advanceTimersByTimeAsync(0);
    delivery.add(view('catalog'));
    return fetch;
  }

  const keepalive = { method: 'POST', keepalive: true };

  it('sends what it has when the tab is hidden', async () => {
    const fetch = await deliver();
    const state = jest.spyOn(document, 'visibilityState', 'get');
    state.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await jest.advanceTimersByTimeAsync(0);
    expect(fetch).not.toHaveBeenCalled();
    state.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await jest.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch.mock.calls[0][1]).toMatchObject(keepalive);
  });

  it('sends what it has when the page goes away', async () => {
    const fetch = await deliver();
    window.dispatchEvent(new Event('pagehide'));
    await jest.advanceTimersByTimeAsync(0);
    expect(fetch.mock.calls[0][1]).toMatchObject(keepalive);
  });
});
