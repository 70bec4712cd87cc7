import { HEADLINE, SampleStore } from '../samples';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DAY, sampleOf } from '../samples/__testUtils__/samples';
import { metricOf, atLeast } from './__testUtils__/metrics';
import { CurrentDefinitions } from './CurrentDefinitions';
import { RollupStore } from '../samples/RollupStore';
import { DefinitionStore } from './DefinitionStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('RollupStore, %p', engine => {
  const setUp = async () => new RollupStore(await databases.create(engine));

  it('opens days once, oldest first', async () => {
    const rollups = await setUp();
    await rollups.open([DAY, DAY - 1]);
    await rollups.markLate([DAY]);
    await rollups.open([DAY]);
    expect(await rollups.all()).toEqual([
      { day: DAY - 1, state: 'open', revision: 0 },
      { day: DAY, state: 'late', revision: 1 },
    ]);
  });

  it('counts what arrives late for a day', async () => {
    const rollups = await setUp();
    await rollups.markLate([DAY, DAY - 1]);
    await rollups.markLate([DAY]);
    expect(await rollups.all()).toEqual([
      { day: DAY - 1, state: 'late', revision: 1 },
      { day: DAY, state: 'late', revision: 2 },
    ]);
  });

  it('moves a day on', async () => {
    const rollups = await setUp();
    await rollups.open([DAY, DAY + 1]);
    const [read] = await rollups.all();
    expect(await rollups.advance(read, 'provisional')).toBe(true);
    expect((await rollups.all()).map(({ state }) => state)).toEqual([
      'provisional',
      'open',
    ]);
  });

  it('leaves a day late for which something arrived meanwhile', async () => {
    const rollups = await setUp();
    await rollups.markLate([DAY]);
    const [read] = await rollups.all();
    await rollups.markLate([DAY]);
    expect(await rollups.advance(read, 'final')).toBe(false);
    expect(await rollups.all()).toEqual([
      { day: DAY, state: 'late', revision: 2 },
    ]);
  });

  it('forgets marks of a transaction that is rolled back', async () => {
    const knex = await databases.create(engine);
    const rollups = new RollupStore(knex);
    const rolledBack = knex.transaction(async tx => {
      await rollups.markLate([DAY], tx);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await rollups.all()).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('SampleStore, %p', engine => {
  const setUp = async () => new SampleStore(await databases.create(engine));
  const dimension = (member: string, value: number) =>
    sampleOf({ dimension: 'days', member, value });

  it('gives samples back as they were, the unknown included', async () => {
    const store = await setUp();
    const known = sampleOf();
    const unknown = sampleOf({
      dimension: 'regular',
      value: undefined,
      numerator: undefined,
      denominator: undefined,
      n: undefined,
      coverage: undefined,
    });
    await store.replaceDay('active-users', DAY, [unknown, known]);
    expect(await store.ofDay('active-users', DAY)).toEqual([known, unknown]);
  });

  it('keeps numbers beyond 32 bits', async () => {
    const store = await setUp();
    const large = sampleOf({ numerator: 2 ** 40, denominator: 2 ** 41 });
    await store.replaceDay('active-users', DAY, [large]);
    expect(await store.ofDay('active-users', DAY)).toEqual([large]);
  });

  it('replaces all dimensions of one metric and day and no others', async () => {
    const store = await setUp();
    const yesterday = sampleOf({ day: DAY - 1 });
    const uptime = sampleOf({ metric: 'uptime', value: 1 });
    await store.replaceDay('active-users', DAY - 1, [yesterday]);
    await store.replaceDay('uptime', DAY, [uptime]);
    await store.replaceDay('active-users', DAY, [
      dimension('1', 1),
      dimension('7', 7),
    ]);
    await store.replaceDay('active-users', DAY, [dimension('7', 8)]);
    expect(await store.ofDay('active-users', DAY)).toEqual([dimension('7', 8)]);
    expect(await store.ofDay('active-users', DAY - 1)).toEqual([yesterday]);
    expect(await store.ofDay('uptime', DAY)).toEqual([uptime]);
  });

  it('has the headlines of a half-open interval, oldest first', async () => {
    const store = await setUp();
    for (const day of [DAY + 2, DAY, DAY + 1]) {
      const samples = [sampleOf({ day }), { ...dimension('1', 1), day }];
      await store.replaceDay('active-users', day, samples);
    }
    expect(
      await store.headlines('active-users', { from: DAY, to: DAY + 2 }),
    ).toEqual([sampleOf(), sampleOf({ day: DAY + 1 })]);
    expect(await store.latestDay()).toBe(DAY + 2);
  });

  it('changes the state of one day', async () => {
    const store = await setUp();
    await store.replaceDay('active-users', DAY, [sampleOf()]);
    const other = sampleOf({ day: DAY + 1 });
    await store.replaceDay('active-users', DAY + 1, [other]);
    await store.setState(DAY, 'final');
    expect(await store.ofDay('active-users', DAY)).toEqual([
      sampleOf({ state: 'final' }),
    ]);
    expect(await store.ofDay('active-users', DAY + 1)).toEqual([other]);
  });

  it('has no latest day before the first sample', async () => {
    expect(await (await setUp()).latestDay()).toBeUndefined();
  });
});

describe.each(databases.eachSupportedId())('DefinitionStore, %p', engine => {
  const setUp = async () => new DefinitionStore(await databases.create(engine));

  it('has a new version whenever text or parameters change', async () => {
    const store = await setUp();
    const first = {
      metric: 'uptime' as const,
      text: 'Up.',
      parameters: '{}',
      day: DAY,
    };
    const changed = { ...first, text: 'Answers.', day: DAY + 2 };
    const targeted = { ...changed, parameters: '{"target":1}', day: DAY + 3 };
    expect(await store.fromDay('uptime', 1)).toBeUndefined();
    expect(await store.ensure(first)).toBe(1);
    expect(await store.ensure({ ...first, day: DAY + 1 })).toBe(1);
    expect(await store.fromDay('uptime', 1)).toBe(DAY);
    expect(await store.ensure(changed)).toBe(2);
    expect(await store.ensure(targeted)).toBe(3);
    expect(await store.ensure({ ...first, day: DAY + 4 })).toBe(4);
    expect(await store.fromDay('uptime', 4)).toBe(DAY + 4);
    expect(await store.ensure({ ...first, metric: 'page-load' })).toBe(1);
  });

  it('applies from the first sample that carries it, of an imported past too', async () => {
    const knex = await databases.create(engine);
    const [store, samples] = [new DefinitionStore(knex), new SampleStore(knex)];
    const { metric } = sampleOf();
    const text = 'Used.';
    await store.ensure({ metric, text, parameters: '{}', day: DAY });
    for (const [day, definitionVersion] of [
      [DAY - 270, 1],
      [DAY - 1, 1],
      [DAY, 2],
    ]) {
      const sample = sampleOf({ day, definitionVersion, dimension: HEADLINE });
      await samples.replaceDay(metric, day, [sample]);
    }
    expect(await store.fromDay(metric, 1)).toBe(DAY - 270);
    expect(await store.fromDay(metric, 2)).toBe(DAY);
  });

  it('judges a day by the target of its definition', async () => {
    const store = await setUp();
    const establish = (share: number) =>
      CurrentDefinitions.establish({
        store,
        metrics: [metricOf({ target: atLeast(share) })],
        timeZone: 'UTC',
        today: DAY,
      });
    await establish(0.25);
    const current = await establish(0.3);
    const metric = metricOf({ target: atLeast(0.3) });
    const targetOf = (definitionVersion: number) =>
      current.targetOf(metric, { definitionVersion });
    expect(await targetOf(1)).toEqual(atLeast(0.25));
    expect(await targetOf(2)).toEqual(atLeast(0.3));
    expect(await current.targetOf(metric, undefined)).toEqual(atLeast(0.3));
  });

  it('makes another target or time zone another definition', async () => {
    const store = await setUp();
    const establish = async (
      share: number,
      timeZone: string,
      today: number,
    ) => {
      const metric = metricOf({ target: atLeast(share) });
      const options = { store, metrics: [metric], timeZone, today };
      const current = await CurrentDefinitions.establish(options);
      return [current.versionOf(metric), await current.fromDay(metric)];
    };
    expect(await establish(0.3, 'UTC', DAY)).toEqual([1, DAY]);
    expect(await establish(0.3, 'UTC', DAY + 1)).toEqual([1, DAY]);
    expect(await establish(0.4, 'UTC', DAY + 2)).toEqual([2, DAY + 2]);
    expect(await establish(0.4, 'Asia/Tokyo', DAY + 3)).toEqual([3, DAY + 3]);
  });
});
