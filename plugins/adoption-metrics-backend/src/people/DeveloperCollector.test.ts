import {
  crowd,
  organization,
  pseudonymize,
  setUpPeople,
  testedDatabases,
  userRef,
} from './__testUtils__/organization';

describe.each(testedDatabases())('DeveloperCollector, %p', engine => {
  const setUp = () => setUpPeople(engine, { exclude: [userRef('bot')] });

  it('remembers who joined, left and returned on which day', async () => {
    const { collector, spansOf } = await setUp();
    const others = ['b', 'c', 'd', 'e', 'f'];
    await collector.collect(organization(['a', ...others]), 10);
    await collector.collect(organization([...others, 'g']), 12);
    await collector.collect(organization(['a', ...others, 'g']), 15);
    expect(await spansOf('a')).toEqual([
      [10, 12],
      [15, undefined],
    ]);
    expect(await spansOf('b')).toEqual([[10, undefined]]);
    expect(await spansOf('g')).toEqual([[12, undefined]]);
  });

  it('forgets changes that were taken back on the same day', async () => {
    const { collector, spansOf } = await setUp();
    const others = ['b', 'c', 'd', 'e', 'f'];
    await collector.collect(organization(['a', ...others]), 10);
    await collector.collect(organization([...others, 'typo']), 12);
    await collector.collect(organization(['a', ...others]), 12);
    expect(await spansOf('a')).toEqual([[10, undefined]]);
    expect(await spansOf('typo')).toEqual([]);
  });

  it('counts developers apart from those who are excluded', async () => {
    const { collector, developers: store } = await setUp();
    const outcome = await collector.collect(
      organization(['a', 'bot', 'b']),
      10,
    );
    const count = { developers: 2, excluded: 1 };
    expect(outcome).toEqual({ status: 'collected', ...count });
    expect(await store.countOn(9)).toBeUndefined();
    const moved = { joined: 2, departed: 0 };
    const stored = { day: 10, ...count, held: false, ...moved };
    expect(await store.countOn(10)).toEqual(stored);
    expect(await store.countOn(30)).toEqual(stored);
  });

  it('believes a sudden fall only when it is seen again', async () => {
    const { collector, developers: store, spansOf } = await setUp();
    await collector.collect(organization(crowd(10)), 10);
    expect(await collector.collect(organization(crowd(7)), 11)).toEqual({
      status: 'held',
      developers: 7,
      previously: 10,
    });
    expect(await store.countOn(11)).toMatchObject({
      day: 11,
      developers: 10,
      held: true,
    });
    expect(await spansOf('p9')).toEqual([[10, undefined]]);
    const again = await collector.collect(organization(crowd(7)), 12);
    expect(again).toMatchObject({ status: 'collected', developers: 7 });
    expect(await store.countOn(12)).toMatchObject({
      developers: 7,
      held: false,
    });
    expect(await spansOf('p9')).toEqual([[10, 12]]);
  });

  it('is suspicious again after a fall that went away', async () => {
    const { collector } = await setUp();
    await collector.collect(organization(crowd(10)), 10);
    await collector.collect(organization(crowd(5)), 11);
    await collector.collect(organization(crowd(10)), 12);
    const fallen = await collector.collect(organization(crowd(5)), 13);
    expect(fallen).toMatchObject({ status: 'held' });
  });

  it('ignores a reading without people', async () => {
    const { collector, developers: store, spansOf } = await setUp();
    await collector.collect(organization(['a', 'b']), 10);
    expect(await collector.collect(organization([]), 11)).toEqual({
      status: 'empty',
    });
    expect(await store.countOn(11)).toMatchObject({ day: 10, developers: 2 });
    expect(await spansOf('a')).toEqual([[10, undefined]]);
  });

  it('takes a large organization, and stores nobody by name', async () => {
    const { knex, collector } = await setUp();
    const outcome = await collector.collect(organization(crowd(1_500)), 10);
    expect(outcome).toMatchObject({ developers: 1_500 });
    await collector.collect(organization(crowd(1_499)), 11);
    const rows = await knex('developer_spans').whereNull('to_day');
    expect(rows).toHaveLength(1_499);
    const stored = await knex('people').select('pseudonym');
    expect(stored).toHaveLength(1_500);
    expect(JSON.stringify(stored)).not.toContain('user:');
  });

  it('counts who joined and who departed on a day, once for all readings', async () => {
    const { collector, developers } = await setUp();
    const others = crowd(20);
    await collector.collect(organization(['a', 'b', ...others]), 10);
    await collector.collect(organization(['b', 'c', ...others]), 11);
    await collector.collect(organization(['c', 'd', ...others]), 11);
    expect(await developers.countOn(11)).toMatchObject({
      developers: 22,
      joined: 2,
      departed: 2,
    });
    await collector.collect(organization(['c', 'd', ...others]), 12);
    expect(await developers.countOn(12)).toMatchObject({
      joined: 0,
      departed: 0,
    });
    expect(await developers.countOn(10)).toMatchObject({ developers: 22 });
  });

  it('leaves out who opted out, and counts them again after they opt in', async () => {
    const { collector, knex, idOf, spansOf } = await setUp();
    const everybody = organization(['a', 'b', ...crowd(10)]);
    await collector.collect(everybody, 10);
    await knex('people')
      .where({ id: await idOf('a') })
      .update({ opted_out: true });
    expect(await collector.collect(everybody, 11)).toMatchObject({
      developers: 11,
      excluded: 0,
    });
    expect(await knex('people').where({ excluded: true })).toEqual([]);
    await knex('people').update({ opted_out: false });
    await collector.collect(everybody, 12);
    expect(await spansOf('a')).toEqual([
      [10, 11],
      [12, undefined],
    ]);
  });

  it('marks whom the configuration leaves out of those who were seen', async () => {
    const { collector, people, knex, idOf } = await setUp();
    const pseudonyms = ['bot', 'former'].map(name =>
      pseudonymize(userRef(name)),
    );
    await people.ensureIds(pseudonyms);
    await people.replaceExcluded([pseudonymize(userRef('former'))]);
    const outcome = await collector.collect(
      organization(['a', 'bot', 'former']),
      10,
    );
    expect(outcome).toMatchObject({ developers: 2, excluded: 1 });
    const excluded = await knex('people').where({ excluded: true }).pluck('id');
    expect(excluded).toEqual([await idOf('bot')]);
  });
});

describe.each(testedDatabases())('the first reading, %p', engine => {
  it('counts once a second one is about the same', async () => {
    const { collector, developers } = await setUpPeople(engine, { live: true });
    const read = (size: number) =>
      collector.collect(organization(crowd(size)), 10);
    expect(await read(30)).toEqual({ status: 'unconfirmed', developers: 30 });
    expect(await read(200)).toMatchObject({ status: 'unconfirmed' });
    expect(await developers.countOn(10)).toBeUndefined();
    expect(await read(250)).toMatchObject({ status: 'collected' });
    expect(await developers.countOn(10)).toMatchObject({ developers: 250 });
  });

  it('is corrected by a rise, without rewriting days that are past', async () => {
    const { collector, developers, spansOf } = await setUpPeople(engine, {
      live: true,
    });
    await collector.collect(organization(crowd(30)), 10);
    await collector.collect(organization(crowd(30)), 10);
    await collector.collect(organization(crowd(300)), 11);
    expect(await developers.countOn(10)).toMatchObject({ developers: 30 });
    expect(await developers.countOn(11)).toMatchObject({ developers: 300 });
    expect(await spansOf('p299')).toEqual([[11, undefined]]);
  });
});
