import { failureCodeOf } from './failureCode';
import { withinLimit } from './withinLimit';

const never = new AbortController().signal;

describe('withinLimit', () => {
  it('gives what the work gives, or what it throws', async () => {
    expect(await withinLimit(1_000, never, async () => 7)).toBe(7);
    const thrown = new Error('x');
    const failing = withinLimit(1_000, never, () => {
      throw thrown;
    });
    await expect(failing).rejects.toBe(thrown);
  });

  it('ends a work that never ends', async () => {
    const ended = withinLimit(20, never, () => new Promise(() => {}));
    const error = await ended.catch(thrown => thrown);
    expect(failureCodeOf(error)).toBe('timeout');
  });

  it('ends it with the signal, and tells the work', async () => {
    const stop = new AbortController();
    let told = false;
    const ended = withinLimit(10_000, stop.signal, signal => {
      signal.addEventListener('abort', () => {
        told = true;
      });
      return new Promise(() => {});
    });
    await Promise.resolve();
    stop.abort(new Error('stopping'));
    await expect(ended).rejects.toThrow('stopping');
    expect(told).toBe(true);
  });
});
