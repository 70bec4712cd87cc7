import { mockServices } from '@backstage/backend-test-utils';
import { Task } from './Task';
import { startParts } from './startParts';

async function run(task: Task['run'], signal: AbortSignal): Promise<unknown> {
  const scheduler = mockServices.scheduler.mock();
  const ready = Promise.resolve();
  const settings = {
    get: async () => undefined,
    replace: async () => true,
    set: async () => {},
  };
  await startParts(
    [{ tasks: [{ id: 'x', frequency: { minutes: 1 }, run: task } as Task] }],
    {
      scheduler,
      lifecycle: mockServices.lifecycle.mock(),
      settings: settings as never,
      ready,
      clockIsSet: ready,
    },
  );
  const { fn } = scheduler.scheduleTask.mock.calls[0][0];
  return (fn as Task['run'])(signal).catch(error => error);
}

describe('startParts', () => {
  it('has a task say what failed, and nothing of what that was about', async () => {
    const thrown = Object.assign(new Error('https://ada:secret@example.com'), {
      code: 'ENOTFOUND',
      config: { password: 'secret' },
    });
    const signal = new AbortController().signal;
    const error = (await run(() => Promise.reject(thrown), signal)) as Error;
    expect(error.message).toBe('the host name cannot be resolved (dns)');
    expect(error.stack).toContain('startParts.test');
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toMatch(/secret/);
  });

  it('lets a task end as it was asked to', async () => {
    const stop = new AbortController();
    const ended = await run(async () => {
      stop.abort(new Error('stopping'));
      throw new Error('whatever');
    }, stop.signal);
    expect((ended as Error).message).toBe('stopping');
  });
});
