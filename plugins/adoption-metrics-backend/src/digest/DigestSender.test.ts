import { mockServices } from '@backstage/backend-test-utils';
import { DigestPeriod } from 'backstage-plugin-adoption-metrics-common';
import { AlertMessage } from 'backstage-plugin-adoption-metrics-node';
import { AlertStore, DeliveryStore } from '../alerts';
import { Deliverer } from '../alerts/Deliverer';
import { routingTo } from '../alerts/__testUtils__/rules';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { everything } from '../http';
import { formatDay, parseDay, ReportingZone } from '../time';
import { digestConfig } from './config';
import { DigestSender } from './DigestSender';
import { DigestContent } from './writeDigest';

const databases = createTestDatabases();
const config = digestConfig.parse({});
const berlin = ReportingZone.create('Europe/Berlin');
const none = { up: [], down: [] };
const never = new AbortController().signal;

function contentOf(period: DigestPeriod, to: string): DigestContent {
  return {
    computedAt: '',
    timeZone: berlin.name,
    period,
    from: '',
    to,
    asOf: '',
    metrics: [],
    deadline: null,
    people: null,
    moved: null,
    teams: none,
    plugins: none,
    owners: none,
    annotations: [],
    actions: [],
  };
}

describe.each(databases.eachSupportedId())('DigestSender, %p', engine => {
  async function setUp(channels = ['notifications', 'webhook']) {
    const knex = await databases.create(engine);
    const store = new AlertStore(knex);
    const clock = { time: 0, now: () => clock.time };
    const samples = { closed: parseDay('2026-11-22') };
    const report = jest.fn(async (period: DigestPeriod) =>
      contentOf(period, formatDay(samples.closed! + 1)),
    );
    const createSender = () =>
      new DigestSender({
        names: true,
        store,
        clock,
        zone: berlin,
        config,
        reporter: { report },
        samples: { latestDay: async () => samples.closed },
        routing: routingTo(channels),
        visibility: async () => everything,
      });
    /** What two replicas have sent by then. */
    const sentBy = async (instant: string) => {
      clock.time = Date.parse(instant);
      await Promise.all([1, 2].map(() => createSender().send(never)));
      const rows = await knex('alerts').orderBy('id');
      return rows.map(({ subject, state }) => `${subject} ${state}`);
    };
    return { knex, clock, store, samples, report, sentBy };
  }

  it('sends a week once, at its hour in the reporting zone', async () => {
    const { knex, sentBy } = await setUp();
    expect(await sentBy('2026-11-23T07:59:59Z')).toEqual([]);
    expect(await sentBy('2026-11-23T08:00:00Z')).toEqual(['week 2026-11-22']);
    expect(await sentBy('2026-11-24T08:00:00Z')).toEqual(['week 2026-11-22']);
    const ids: string[] = await knex('alert_deliveries').pluck('channel');
    expect(ids.sort()).toEqual(['notifications', 'webhook']);
  });

  it('is delivered by whoever delivers next', async () => {
    const { knex, clock, sentBy } = await setUp(['webhook']);
    await sentBy('2026-11-23T08:00:00Z');
    const send = jest.fn(async (_: AlertMessage) => {});
    const deliverer = new Deliverer({
      store: new DeliveryStore(knex, 'here'),
      channels: [{ name: 'webhook', send }],
      installation: 'here',
      clock,
      logger: mockServices.logger.mock(),
      linkOf: rule => `http://portal/adoption/${rule}`,
    });
    await deliverer.deliver(never);
    await deliverer.deliver(never);
    expect(send.mock.calls.map(([{ alert }]) => alert)).toMatchObject([
      { rule: 'digest', subject: 'week', state: '2026-11-22' },
    ]);
  });

  it('keeps to the hour when the clocks are changed', async () => {
    const { samples, sentBy } = await setUp();
    samples.closed = parseDay('2027-03-28');
    expect(await sentBy('2027-03-29T06:59:59Z')).toEqual([]);
    expect(await sentBy('2027-03-29T07:00:00Z')).toEqual(['week 2027-03-28']);
  });

  it('waits for the last day to be closed', async () => {
    const { samples, sentBy } = await setUp();
    samples.closed = parseDay('2026-11-21');
    expect(await sentBy('2026-11-23T08:00:00Z')).toEqual([]);
    samples.closed = parseDay('2026-11-22');
    expect(await sentBy('2026-11-23T08:05:00Z')).toEqual(['week 2026-11-22']);
  });

  it('makes good for two days what it could not send, and no longer', async () => {
    const late = await setUp();
    expect(await late.sentBy('2026-11-25T08:00:01Z')).toEqual([]);
    const inTime = await setUp();
    expect(await inTime.sentBy('2026-11-25T08:00:00Z')).toEqual([
      'week 2026-11-22',
    ]);
  });

  it('has a month beside the week', async () => {
    const { samples, sentBy } = await setUp();
    samples.closed = parseDay('2026-11-30');
    expect(await sentBy('2026-12-01T07:59:59Z')).toEqual(['week 2026-11-29']);
    const both = ['week 2026-11-29', 'month 2026-11-30'];
    expect(await sentBy('2026-12-01T08:00:00Z')).toEqual(both);
    samples.closed = parseDay('2026-12-06');
    expect(await sentBy('2026-12-07T08:00:00Z')).toEqual([
      ...both,
      'week 2026-12-06',
    ]);
  });

  it('reads nothing while there is nothing to send', async () => {
    const { store, sentBy } = await setUp();
    const lastStates = jest.spyOn(store, 'lastStates');
    await sentBy('2026-11-27T08:00:00Z');
    expect(lastStates).not.toHaveBeenCalled();
    await sentBy('2026-11-30T09:00:00Z');
    expect(lastStates).toHaveBeenCalled();
  });

  it('writes nothing where nobody is notified', async () => {
    const { report, sentBy } = await setUp([]);
    expect(await sentBy('2026-11-23T08:00:00Z')).toEqual([]);
    expect(report).not.toHaveBeenCalled();
  });
});
