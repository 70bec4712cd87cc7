import { setImmediate } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { serveRoutes } from '../__testUtils__/serveRoutes';
import { usualReads } from './ReadGate';

const definitions = { timeZone: 'UTC', definitions: [] };
const as = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** An answer that waits until it is let go. */
function held() {
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const read = jest.fn(async () => {
    await gate;
    return definitions;
  });
  return { read, letGo };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await setImmediate();
  }
}

describe('reads over HTTP', () => {
  it('share one computation among all who ask the same', async () => {
    const { read, letGo } = held();
    const { get } = serveRoutes({ 'GET /definitions': { common: read } });
    const asked = ['ada', 'bob', 'cy'].map(name =>
      get('/definitions', as(name)).then(({ status }) => status),
    );
    await until(() => read.mock.calls.length > 0);
    for (let turn = 0; turn < 50; turn++) {
      await setImmediate();
    }
    letGo();
    expect(await Promise.all(asked)).toEqual([200, 200, 200]);
    expect(read.mock.calls.length).toBeLessThan(3);
  });

  it('share nothing of what depends on who asks', async () => {
    const { read, letGo } = held();
    letGo();
    const { get } = serveRoutes({ 'GET /definitions': { answer: read } });
    await Promise.all(
      ['ada', 'bob', 'cy'].map(name => get('/definitions', as(name))),
    );
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('tell one who asks too much at once to come back, and nobody else', async () => {
    const { read, letGo } = held();
    const { get } = serveRoutes({ 'GET /definitions': { answer: read } });
    const most = usualReads.atOnce + usualReads.waitingOfOne;
    const refused: string[] = [];
    const ask = (name: string) =>
      get('/definitions', as(name)).then(({ status, headers }) => {
        if (status === 503) {
          refused.push(headers['retry-after']);
        }
        return status;
      });
    const greedy = Array.from({ length: most + 3 }, () => ask('greedy'));
    await until(() => refused.length === 3);
    const other = ask('other');
    letGo();
    expect(await other).toBe(200);
    const statuses = await Promise.all(greedy);
    expect(statuses.filter(status => status === 200)).toHaveLength(most);
    expect(refused).toEqual(['5', '5', '5']);
  });
});
