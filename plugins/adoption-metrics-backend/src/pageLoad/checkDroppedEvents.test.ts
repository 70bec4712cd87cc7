import { unkept } from '../samples/__testUtils__/samples';
import { ReportingZone } from '../time';
import { checkDroppedEvents } from './checkDroppedEvents';

const TODAY = 20_522;
const zone = ReportingZone.create('UTC');
const now = zone.startOf(TODAY) + 1;

describe('checkDroppedEvents', () => {
  const dropped = (n: number, navigations: number) =>
    checkDroppedEvents({
      hourly: unkept,
      zone,
      now,
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
      detail: 'Events dropped by browsers in the last 7 days: fewer than 5.',
    });
    expect(await dropped(3, 300)).toMatchObject({ status: 'ok' });
  });

  it('warns of many dropped events, with their reasons', async () => {
    expect(await dropped(13, 300)).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(
        /days: at least 10 \(could not be sent in time: at least 10\), more than one per 100/,
      ),
      fix: expect.any(String),
    });
  });

  it('counts the last seven days', async () => {
    const readDroppedEvents = jest.fn(async () => []);
    const readNavigations = async () => [];
    await checkDroppedEvents({
      hourly: unkept,
      zone,
      now,
      pageLoads: { readDroppedEvents, readNavigations },
    });
    expect(readDroppedEvents).toHaveBeenCalledWith({
      from: TODAY - 6,
      to: TODAY + 1,
    });
  });
});
