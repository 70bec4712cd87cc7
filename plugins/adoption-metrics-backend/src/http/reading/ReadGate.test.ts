import { setImmediate } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { limitReads, ReadGate, usualReads } from './ReadGate';

const limits = { atOnce: 1, waiting: 4, waitingOfOne: 3 };

/** Reads that end when they are told to. */
function setUp() {
  const gate = new ReadGate(limits);
  const begun: string[] = [];
  const ends: Array<() => void> = [];
  const read = (
    caller: string,
    name: string,
    signal = new AbortController().signal,
  ) =>
    gate.serve(caller, signal, () => {
      begun.push(name);
      return new Promise<void>(resolve => ends.push(resolve));
    });
  const endAll = async (count: number) => {
    for (let i = 0; i < count; i++) {
      await setImmediate();
      ends.shift()!();
    }
  };
  return { begun, read, endAll };
}

describe('ReadGate', () => {
  it('serves callers by turns, whoever came with more', async () => {
    const { begun, read, endAll } = setUp();
    const all = [
      read('ada', 'ada 1'),
      read('ada', 'ada 2'),
      read('ada', 'ada 3'),
      read('bob', 'bob 1'),
    ];
    await endAll(4);
    await Promise.all(all);
    expect(begun).toEqual(['ada 1', 'ada 2', 'bob 1', 'ada 3']);
  });

  it('refuses what would wait too long, of one caller and of all', async () => {
    const { read, endAll } = setUp();
    const all = ['1', '2', '3', '4'].map(name => read('ada', name));
    await expect(read('ada', '5')).rejects.toThrow(ServiceUnavailableError);
    all.push(read('bob', '1'));
    await expect(read('eve', '1')).rejects.toThrow(
      'Too many reads are waiting; try again in a few seconds',
    );
    await endAll(5);
    await Promise.all(all);
  });

  it('gives up the place of those who have gone', async () => {
    const { begun, read, endAll } = setUp();
    const gone = new AbortController();
    const all = [
      read('ada', '1'),
      ...['2', '3'].map(name => read('ada', name, gone.signal)),
      read('bob', '4'),
    ];
    const left = Promise.allSettled(all);
    gone.abort(new Error('gone'));
    await endAll(2);
    expect((await left).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(begun).toEqual(['1', '4']);
  });

  it('goes on after a read that fails', async () => {
    const gate = new ReadGate(limits);
    const { signal } = new AbortController();
    const fail = async () => {
      throw new Error('broken');
    };
    await expect(gate.serve('ada', signal, fail)).rejects.toThrow('broken');
    expect(await gate.serve('ada', signal, async () => 1)).toBe(1);
  });
});

it('leaves half of the connections to the other work', () => {
  const atOnce = (connections: number) => limitReads(connections).atOnce;
  expect([1, 2, 4, 10, 100].map(atOnce)).toEqual([1, 1, 2, 4, 4]);
  expect(limitReads(100)).toEqual(usualReads);
});
