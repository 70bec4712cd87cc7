import { setImmediate } from 'node:timers/promises';
import { breathe } from '../../database';
import { ReadGate } from './ReadGate';
import { Reads } from './Reads';

function setUp(state?: string) {
  const current = { state };
  const reads = new Reads(new ReadGate());
  const compute = jest.fn(async (): Promise<object> => {
    await setImmediate();
    await breathe();
    return { read: compute.mock.calls.length };
  });
  const ask = (key: string, signal = new AbortController().signal) =>
    reads.common(
      { key, caller: 'ada', signal, basis: async () => current.state },
      compute,
    );
  return { current, compute, ask };
}

describe('Reads', () => {
  it('computes once what several ask at the same time', async () => {
    const { compute, ask } = setUp();
    const answers = await Promise.all([ask('a'), ask('a'), ask('b')]);
    expect(answers).toEqual([{ read: 2 }, { read: 2 }, { read: 2 }]);
    expect(compute).toHaveBeenCalledTimes(2);
    await ask('a');
    expect(compute).toHaveBeenCalledTimes(3);
  });

  it('gives an answer again until something has changed', async () => {
    const { current, compute, ask } = setUp('monday');
    const first = await ask('a');
    expect(await ask('a')).toBe(first);
    current.state = 'tuesday';
    expect(await ask('a')).not.toBe(first);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('goes on for those who stay, and ends when all have gone', async () => {
    const { compute, ask } = setUp();
    const [one, two] = [new AbortController(), new AbortController()];
    const ended: string[] = [];
    compute.mockImplementation(async () => {
      try {
        for (;;) {
          await setImmediate();
          await breathe();
        }
      } finally {
        ended.push('ended');
      }
    });
    const asked = Promise.allSettled([
      ask('a', one.signal),
      ask('a', two.signal),
    ]);
    one.abort();
    await setImmediate();
    await setImmediate();
    expect(ended).toEqual([]);
    two.abort();
    await asked;
    await setImmediate();
    await setImmediate();
    expect(ended).toEqual(['ended']);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('shares a failure, and tries again afterwards', async () => {
    const { compute, ask } = setUp('monday');
    compute.mockRejectedValueOnce(new Error('broken'));
    const both = await Promise.allSettled([ask('a'), ask('a')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask('a')).toEqual({ read: 2 });
  });
});
