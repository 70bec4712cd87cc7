import { ObserverTurns } from './ObserverTurns';

describe('ObserverTurns', () => {
  it('takes the reports of one observer one after another', async () => {
    const turns = new ObserverTurns();
    let running = 0;
    let most = 0;
    const report = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      running -= 1;
      return most;
    };
    const all = Array.from({ length: 20 }, () => turns.take('a', report));
    expect(await Promise.all(all)).toEqual(Array(20).fill(1));
  });

  it('refuses to have more than a hundred wait, of that observer only', async () => {
    const turns = new ObserverTurns();
    let finish = () => {};
    const stall = () =>
      new Promise<void>(resolve => {
        finish = resolve;
      });
    const stalled = turns.take('a', stall);
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    const waiting = Array.from({ length: 100 }, () =>
      turns.take('a', async () => 'done'),
    );
    await expect(turns.take('a', stall)).rejects.toMatchObject({
      status: 429,
      retryAfter: 1,
      message: expect.stringMatching(/'a' sends too many reports at once/),
    });
    expect(await turns.take('b', async () => 'done')).toBe('done');
    finish();
    await stalled;
    expect(await Promise.all(waiting)).toEqual(Array(100).fill('done'));
  });

  it('goes on after a report that failed', async () => {
    const turns = new ObserverTurns();
    const failing = turns.take('a', async () =>
      Promise.reject(new Error('no')),
    );
    const next = turns.take('a', async () => 'done');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
