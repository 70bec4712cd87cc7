import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoaded } from './useLoaded';

function setVisibility(state: 'visible' | 'hidden') {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: state,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

const forbidden = Object.assign(new Error('no'), { statusCode: 403 });

describe('useLoaded', () => {
  afterEach(() => {
    jest.useRealTimers();
    setVisibility('visible');
  });

  it('goes from loading to the value', async () => {
    const load = async () => 'value';
    const { result } = renderHook(() => useLoaded(load));
    expect(result.current).toMatchObject({ loading: true });

    await waitFor(() => expect(result.current.value).toBe('value'));

    expect(result.current.loading).toBe(false);
  });

  it('says which load is the first, and no refresh', async () => {
    const load = jest.fn(async (_signal: AbortSignal, _isFirst: boolean) => 1);
    const other = jest.fn(async (_signal: AbortSignal, _isFirst: boolean) => 2);
    const { result, rerender } = renderHook(({ from }) => useLoaded(from), {
      initialProps: { from: load },
    });
    await waitFor(() => expect(result.current.value).toBe(1));
    act(() => result.current.reload());
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    rerender({ from: other });
    await waitFor(() => expect(result.current.value).toBe(2));
    expect(load.mock.calls.map(([, isFirst]) => isFirst)).toEqual([
      true,
      false,
    ]);
    expect(other.mock.calls.map(([, isFirst]) => isFirst)).toEqual([true]);
  });

  it('keeps the value when refreshing it fails, and recovers', async () => {
    const load = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValueOnce('second');
    const { result } = renderHook(() => useLoaded(load));
    await waitFor(() => expect(result.current.value).toBe('first'));

    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error?.message).toBe('offline'));
    expect(result.current.value).toBe('first');

    act(() => result.current.reload());
    await waitFor(() => expect(result.current.value).toBe('second'));
    expect(result.current.error).toBeUndefined();
  });

  it('forgets the value when the permission is gone', async () => {
    const load = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(forbidden);
    const { result } = renderHook(() => useLoaded(load));
    await waitFor(() => expect(result.current.value).toBe('first'));

    act(() => result.current.reload());

    await waitFor(() => expect(result.current.error).toBe(forbidden));
    expect(result.current.value).toBeUndefined();
  });

  it('aborts a request that nobody waits for any more', async () => {
    const signals: AbortSignal[] = [];
    const load = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => {});
    };
    const { result, unmount } = renderHook(() => useLoaded(load));

    act(() => result.current.reload());
    expect(signals.map(signal => signal.aborted)).toEqual([true, false]);
    unmount();

    expect(signals.map(signal => signal.aborted)).toEqual([true, true]);
  });

  it('refreshes every period while visible, and at once after a pause', async () => {
    jest.useFakeTimers();
    const load = jest.fn(async () => 'value');
    renderHook(() => useLoaded(load, 60_000));
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(load).toHaveBeenCalledTimes(1);

    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(load).toHaveBeenCalledTimes(2);

    act(() => setVisibility('hidden'));
    await act(() => jest.advanceTimersByTimeAsync(300_000));
    expect(load).toHaveBeenCalledTimes(2);

    await act(async () => setVisibility('visible'));
    expect(load).toHaveBeenCalledTimes(3);

    act(() => setVisibility('hidden'));
    await act(async () => setVisibility('visible'));
    expect(load).toHaveBeenCalledTimes(3);
  });
});
