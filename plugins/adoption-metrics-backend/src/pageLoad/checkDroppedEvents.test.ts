import { checkDroppedEvents } from './checkDroppedEvents';

const TODAY = 20_522;

describe('checkDroppedEvents', () => {
  const dropped = (n: number, navigations: number) =>
    checkDroppedEvents({
      today: TODAY,
      pageLoads: {
        readDroppedEvents: async () => [{ reason: 'too-old', n }],
        readNavigations: async () => [
          { kind: 'route', n: navigations - 1 },
          { kind: 'initial', n: 1 },
        ],
      },
    });

  it('are no concern while they are few', async () => {
    expect(await dropped(0, 1)).toMatchObject({
      status: 'ok',
      detail: 'Browsers dropped no events in the last 7 days.',
    });
    expect(await dropped(3, 300)).toMatchObject({ status: 'ok' });
  });

  it('are shown with their reasons when they are many', async () => {
    expect(await dropped(4, 300)).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/4 events .*\(4 too-old\)/),
      fix: expect.any(String),
    });
  });

  it('are those of the last seven days', async () => {
    const readDroppedEvents = jest.fn(async () => []);
    const readNavigations = async () => [];
    await checkDroppedEvents({
      today: TODAY,
      pageLoads: { readDroppedEvents, readNavigations },
    });
    expect(readDroppedEvents).toHaveBeenCalledWith({
      from: TODAY - 6,
      to: TODAY + 1,
    });
  });
});
