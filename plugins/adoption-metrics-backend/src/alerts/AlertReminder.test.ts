import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ReportingZone } from '../time';
import { AcknowledgementStore } from './AcknowledgementStore';
import { keyOf, Transition } from './Alert';
import { AlertReminder } from './AlertReminder';
import { AlertStore } from './AlertStore';
import { DeliveryStore } from './DeliveryStore';
import { atRisk } from './__testUtils__/atRisk';
import { allOn, routingTo } from './__testUtils__/rules';

const databases = createTestDatabases();
const start = Date.UTC(2026, 10, 23, 12);
const weeks = 7 * 86_400_000;
const on = { enabled: true };
const never = new AbortController().signal;

describe.each(databases.eachSupportedId())('AlertReminder, %p', engine => {
  async function setUp(rules = allOn) {
    const knex = await databases.create(engine);
    const store = new AlertStore(knex);
    const deliveries = new DeliveryStore(knex, 'here');
    const acknowledgements = new AcknowledgementStore(knex);
    const clock = { time: start, now: () => clock.time };
    const channels = ['notifications', 'mail'];
    const add = async (transition: Transition) => {
      const follows = (await store.lastStates()).get(keyOf(transition));
      return store.add(transition, { at: clock.time, channels, follows });
    };
    const createReminder = () =>
      new AlertReminder({
        store,
        deliveries,
        acknowledgements,
        clock,
        routing: routingTo(channels, rules),
      });
    const remindedAt = async (instant: number) => {
      clock.time = instant;
      await Promise.all([1, 2].map(() => createReminder().remind(never)));
      const ids: string[] = await knex('alert_deliveries').pluck('id');
      return ids.filter(id => /-\d+$/.test(id)).sort();
    };
    const alertId = async () => (await store.newest({ limit: 1 }))[0].id;
    return { knex, store, acknowledgements, add, remindedAt, alertId };
  }

  it('reminds every four weeks, once on any number of replicas', async () => {
    const { add, remindedAt, alertId } = await setUp();
    await add(atRisk);
    const id = await alertId();
    expect(await remindedAt(start + 4 * weeks - 1)).toEqual([]);
    const first = ['mail', 'notifications'].map(
      name => `${id}-${start.toString(36)}-${name}-1`,
    );
    expect(await remindedAt(start + 4 * weeks)).toEqual(first);
    expect(await remindedAt(start + 8 * weeks - 1)).toEqual(first);
    expect(await remindedAt(start + 8 * weeks)).toHaveLength(4);
  });

  it('says nothing more once someone has acknowledged it', async () => {
    const { add, acknowledgements, remindedAt, alertId } = await setUp();
    await add(atRisk);
    const by = 'user:default/ada';
    await acknowledgements.set({ alertId: await alertId(), at: start, by });
    expect(await remindedAt(start + 9 * weeks)).toEqual([]);
  });

  it.each<[string, Transition]>([
    ['is over', { ...atRisk, state: 'on-track' }],
    [
      'is a day that passes',
      { ...atRisk, rule: 'milestone', state: 'reached' },
    ],
    ['is a digest', { ...atRisk, rule: 'digest', state: '2026-11-22' }],
    ['was found at first', { ...atRisk, isBaseline: true }],
  ])('does not remind of what %s', async (_, transition) => {
    const { add, remindedAt } = await setUp();
    await add(transition);
    expect(await remindedAt(start + 9 * weeks)).toEqual([]);
  });

  it('does not remind of what has become well since', async () => {
    const { add, remindedAt } = await setUp();
    await add(atRisk);
    await add({ ...atRisk, state: 'on-track' });
    expect(await remindedAt(start + 9 * weeks)).toEqual([]);
  });

  it('leaves rules alone that are muted', async () => {
    const mutedUntil = ReportingZone.create('UTC').dayOf(start + 9 * weeks);
    const { add, remindedAt } = await setUp({
      ...allOn,
      deadline: { ...on, mutedUntil },
    });
    await add(atRisk);
    expect(await remindedAt(start + 9 * weeks)).toEqual([]);
    expect(await remindedAt(start + 10 * weeks)).toHaveLength(2);
  });
});
