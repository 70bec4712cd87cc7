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

  it('accepts a few dropped events', async () => {
    expect(await dropped(0, 1)).toMatchObject({
      status: 'ok',
      detail: 'Events dropped by browsers in the last 7 days: 0.',
    });
    expect(await dropped(3, 300)).toMatchObject({ status: 'ok' });
  });

  it('warns of many dropped events, with their reasons', async () => {
    expect(await dropped(4, 300)).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(
        /days: 4 \(4 too-old\), more than one per 100/,
      ),
      fix: expect.any(String),
    });
  });

  it('counts the last seven days', async () => {
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
