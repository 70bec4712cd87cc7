import { Knex } from 'knex';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { Interval } from '../time';
import { ComponentStore } from './ComponentStore';

const databases = createTestDatabases();
const noon = Date.UTC(2026, 10, 23, 12);
const minute = 60_000;

const definition = {
  name: 'portal',
  source: 'probe',
  counts: true,
  silence: 2 * minute,
} as const;

function check(minutes: number, state: 'up' | 'down' = 'up', checkId?: string) {
  const at = noon + minutes * minute;
  return { at, state, ...(checkId && { checkId }) };
}

describe.each(databases.eachSupportedId())('ComponentStore, %p', databaseId => {
  let knex: Knex;
  let store: ComponentStore;

  beforeAll(async () => {
    knex = await databases.create(databaseId);
    store = new ComponentStore(knex);
  });

  beforeEach(async () => {
    await knex('components').delete();
    await knex('component_states').delete();
    await knex('uptime_checks').delete();
  });

  async function statesIn(window: Interval) {
    const all = [];
    for await (const { states } of store.eachDuring(window)) {
      all.push(...states);
    }
    return all;
  }

  async function during(from: number, to: number) {
    const window = { from: noon + from * minute, to: noon + to * minute };
    const states = await statesIn(window);
    return states.map(each => [
      (each.from - noon) / minute,
      (each.to - noon) / minute,
      each.state,
    ]);
  }

  it('defines a component once and changes its settings', async () => {
    const first = await store.define(definition);
    const again = await store.define({ ...definition, counts: false });
    expect(again).toEqual({ ...first, counts: false });
    expect(await store.list()).toEqual([again]);
  });

  it('refuses a name that another source has', async () => {
    await store.define(definition);
    await expect(
      store.define({ ...definition, source: 'push' }),
    ).rejects.toThrow(/'portal' already has the source 'probe'/);
  });

  it('stops counting probes that no longer run', async () => {
    await store.define(definition);
    await store.define({ ...definition, name: 'docs' });
    await store.define({ ...definition, name: 'cron', source: 'push' });
    await store.retireProbes(['docs']);
    const counting = (await store.list()).filter(({ counts }) => counts);
    expect(counting.map(({ name }) => name)).toEqual(['cron', 'docs']);
    await store.retireProbes([]);
    expect((await store.list()).filter(({ counts }) => counts)).toMatchObject([
      { name: 'cron' },
    ]);
  });

  it('gives a probe the name that an observer has used', async () => {
    const observer = 'external:gatus';
    const first = await store.define({
      ...definition,
      source: 'push',
      observer,
    });
    const probe = await store.define(definition);
    expect(probe).toMatchObject({ id: first.id, source: 'probe' });
  });

  it('reads many states in parts', async () => {
    for (const [name, count] of Object.entries({
      a: 3,
      b: 9_001,
      c: 0,
      d: 1,
    })) {
      const { id } = await store.define({ ...definition, name });
      const rows = Array.from({ length: count }, (_, i) => ({
        component_id: id,
        from_at: noon + i * minute,
        to_at: noon + (i + 1) * minute,
        state: i % 2 ? 'down' : 'up',
        counts: true,
      }));
      await knex.batchInsert('component_states', rows, 100);
    }
    const window = { from: noon, to: noon + 10_000 * minute };
    const found: Array<[string, number]> = [];
    for await (const { component, states } of store.eachDuring(window)) {
      found.push([component.name, states.length]);
      states.slice(1).forEach((state, i) => {
        expect(state.from).toBe(states[i].to);
      });
    }
    expect(found).toEqual([
      ['a', 3],
      ['b', 9_001],
      ['d', 1],
    ]);
  });

  it('finds what may object to the portal being up, and what may go on', async () => {
    const { id } = await store.define(definition);
    const idle = await store.define({
      ...definition,
      name: 'idle',
      counts: false,
    });
    const batch = [check(0), check(1, 'down'), check(2, 'down'), check(3)];
    await store.record(id, [...batch, check(4)], noon);
    await store.record(idle.id, batch.slice(0, 3), noon);
    const window = { from: noon, to: noon + 60 * minute };
    const found = await store.objections(window);
    expect(
      found.map(each => [each.component, each.state, each.counts]),
    ).toEqual([
      ['portal', 'down', true],
      ['idle', 'down', false],
      ['portal', 'up', true],
    ]);
    const before = { from: noon, to: noon + minute / 2 };
    expect(await store.objections(before)).toMatchObject([
      { component: 'portal', state: 'up' },
      { component: 'idle', state: 'up' },
    ]);
    const after = { from: noon + 30 * minute, to: noon + 60 * minute };
    expect(await store.objections(after)).toMatchObject([
      { component: 'idle', from: noon + minute },
      { component: 'portal', from: noon + 3 * minute },
    ]);
  });

  it('stores states, not checks', async () => {
    const { id } = await store.define(definition);
    for (let i = 0; i < 20; i++) {
      await store.record(id, [check(i)], noon);
    }
    expect(await during(0, 60)).toEqual([[0, 19, 'up']]);
    const [component] = await store.list();
    expect(component).toMatchObject({
      firstSuccessAt: noon,
      lastCheckAt: noon + 19 * minute,
      lastState: 'up',
    });
  });

  it('applies a batch in its order, with the settings of the component', async () => {
    const { id } = await store.define(definition);
    const batch = [check(0), check(1, 'down'), check(2, 'down'), check(3)];
    expect(await store.record(id, batch, noon)).toEqual(
      Array(4).fill('accepted'),
    );
    expect(await during(0, 60)).toEqual([
      [0, 1, 'up'],
      [1, 3, 'down'],
      [3, 3, 'up'],
    ]);
    const window = { from: noon, to: noon + 1 };
    const [state] = await statesIn(window);
    expect(state).toMatchObject({
      componentId: id,
      component: 'portal',
      counts: true,
      silence: 2 * minute,
    });
  });

  it('finds states that may still reach into a window', async () => {
    const { id } = await store.define(definition);
    await store.record(id, [check(0), check(1)], noon);
    expect(await during(3, 10)).toEqual([[0, 1, 'up']]);
    expect(await during(3.01, 10)).toEqual([]);
    expect(await during(-5, 0)).toEqual([]);
  });

  it('applies a check once, whatever time a repetition claims', async () => {
    const { id } = await store.define(definition);
    await store.record(id, [check(0, 'up', 'a')], noon);
    const batch = [
      check(1, 'down', 'b'),
      check(1.5, 'down', 'b'),
      check(2, 'up', 'c'),
    ];
    expect(await store.record(id, batch, noon)).toEqual([
      'accepted',
      'duplicate',
      'accepted',
    ]);
    expect(await store.record(id, [check(2.5, 'down', 'b')], noon)).toEqual([
      'duplicate',
    ]);
    expect(await during(0, 60)).toEqual([[0, 2, 'up']]);
  });

  it('skips checks older than the newest', async () => {
    const { id } = await store.define(definition);
    await store.record(id, [check(5)], noon);
    expect(await store.record(id, [check(4, 'down')], noon)).toEqual(['late']);
  });

  it('applies simultaneous checks one after another', async () => {
    const { id } = await store.define(definition);
    await store.record(id, [check(0)], noon);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.record(id, [check(1, 'down', 'same')], noon),
      ),
    );
    expect(outcomes.flat().sort()).toEqual([
      'accepted',
      ...Array(7).fill('duplicate'),
    ]);
  });

  it('stores a whole batch or nothing', async () => {
    const { id } = await store.define(definition);
    const broken = { ...check(1), at: NaN };
    await expect(
      store.record(id, [check(0, 'up', 'a'), broken], noon),
    ).rejects.toThrow();
    expect(await during(0, 60)).toEqual([]);
    expect(await store.record(id, [check(0, 'up', 'a')], noon)).toEqual([
      'accepted',
    ]);
  });
});
